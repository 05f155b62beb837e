// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.file.TemporaryFolder;
import io.carbonflow.components.storage.BucketUri;
import io.carbonflow.components.storage.SourceTables;
import io.carbonflow.kfp.cli.ProgramCommand;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.CommonOptions;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Streams;
import io.carbonflow.kfp.step.Terminal;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.city.City;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;
import io.carbonflow.verify.Agreement;
import io.carbonflow.verify.Recorded;
import io.carbonflow.verify.Retraining;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `carbonflow verify BUNDLE`: trains a bundle again from what it records, and compares hashes.
final class VerifyCommand implements ProgramCommand {
  private static final String NAME = "verify";
  private static final String DATA = "--data";
  /// A table each, beside those of [#DATA].
  private static final List<String> YEARS = List.of("--data-2015", "--data-2016");
  private static final String OUTPUT = "--output";
  private static final String JSON = "--json";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "Trains a bundle again from what it records, and compares the hashes of tables and models.";
  }

  @Override
  public CommandLine line() {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage().description(about(),
        "Exit code 0: the same. 1: another table or another model, or it could not be found"
            + " out; the last line says which.").sortOptions(false);
    spec.addPositional(PositionalParamSpec.builder().arity("0..1").type(String.class)
        .paramLabel("BUNDLE").description("The bundle: a path or a URI.").build());
    spec.addOption(OptionSpec.builder(DATA).type(String.class).paramLabel("TABLE[,TABLE...]")
        .description("The tables that it was trained on, in any order: paths or URIs; a folder or prefix stands for"
            + " every table in it (default: those of the samples, where it is of Seattle).").build());
    for (String option : YEARS) {
      spec.addOption(OptionSpec.builder(option).type(String.class).paramLabel("TABLE")
          .description("One of them: a path or a URI.").build());
    }
    spec.addOption(OptionSpec.builder(OUTPUT).type(String.class).paramLabel("FOLDER")
        .description("A new folder, where the training is kept (default: it is not).").build());
    spec.addOption(OptionSpec.builder(JSON).type(boolean.class).description("Print JSON.").build());
    CommonOptions.addTo(spec);
    return new CommandLine(spec);
  }

  @Override
  public int run(ParseResult command, Streams streams) throws Exception {
    String bundle = command.matchedPositionalValue(0, "");
    if (bundle.isBlank()) {
      throw new ParameterException(command.commandSpec().commandLine(),
          "name the BUNDLE to verify, such as runs/training/model.carbonflow");
    }
    List<String> named = places(command);
    CommonOptions common = CommonOptions.of(command);
    requireNew(command);
    Recorded recorded = Recorded.of(read(StoreUri.parse(bundle)), bundle);
    List<String> places = named.isEmpty() ? samples(recorded, command) : named;
    boolean json = command.matchedOptionValue(JSON, false);
    // A person reads what is known before the training begins; a program reads one document.
    VerifyText text = new VerifyText(recorded, json
        ? new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) : streams.out());
    text.origin();
    SourceTables read = SourceTables.read(places, new BucketUri(""), "");
    List<Recorded.Here> tables = recorded.inOrder(read.tables().stream()
        .map(table -> new Recorded.Here(table.table().source(), table.sha256())).toList());
    List<Agreement> found = recorded.tables(tables);
    text.agreements(found);
    boolean sameTables = found.stream().allMatch(Agreement::same);
    List<Agreement> parts = List.of();
    if (sameTables) {
      parts = recorded.parts(trained(recorded, tables, command, common, streams));
      text.agreements(parts);
      text.verdict(parts);
    } else {
      text.otherTables();
    }
    if (json) {
      streams.out().print(VerifyJson.of(recorded, found, parts));
    }
    return sameTables && parts.stream().allMatch(Agreement::same) ? Commands.OK : Commands.FAILED;
  }

  /// In the folder of another run the bundle itself may lie.
  private static void requireNew(ParseResult command) {
    String kept = command.matchedOptionValue(OUTPUT, "");
    if (!kept.isEmpty() && Files.exists(Path.of(kept))) {
      throw new ParameterException(command.commandSpec().commandLine(),
          OUTPUT + ": " + kept + " is there already; name a new folder");
    }
  }

  private static Bundle trained(Recorded recorded, List<Recorded.Here> tables, ParseResult command,
      CommonOptions common, Streams streams) throws Exception {
    String kept = command.matchedOptionValue(OUTPUT, "");
    try (TemporaryFolder temporary = TemporaryFolder.make("carbonflow-verify-");
        Workers workers = new Workers(common.threads());
        Terminal terminal = streams.terminal(common.quiet())) {
      Path folder = kept.isEmpty() ? temporary.path() : Path.of(kept);
      return new Retraining(workers, terminal::console).run(recorded.parameters(tables), folder);
    }
  }

  private static List<String> places(ParseResult command) {
    List<String> places = new ArrayList<>();
    for (String option : Stream.concat(YEARS.stream(), Stream.of(DATA)).filter(command::hasMatchedOption).toList()) {
      String given = command.matchedOptionValue(option, "");
      if (given.isBlank()) {
        throw new ParameterException(
            command.commandSpec().commandLine(), option + ": names no table");
      }
      places.addAll(option.equals(DATA) ? list(command, given) : List.of(given));
    }
    return places;
  }

  private static List<String> samples(Recorded recorded, ParseResult command) {
    if (!recorded.bundle().city().equals(City.SEATTLE)) {
      throw new ParameterException(command.commandSpec().commandLine(), DATA + ": no table is given, and the samples"
          + " are not of " + recorded.bundle().city().name() + "; name the tables that the bundle was trained on");
    }
    return SampleTables.ALL;
  }

  private static List<String> list(ParseResult command, String given) {
    try {
      return ((List<?>) ParameterType.LIST.read(ParameterType.list(given))).stream()
          .map(ParameterType::format).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandSpec().commandLine(), DATA + ": " + e.getMessage(), e);
    }
  }

  private static byte[] read(StoreUri uri) throws IOException {
    try (Store store = Store.open(uri.parent(), StoreOptions.of(System.getenv()));
        InputStream in = store.read(uri.name())) {
      return BoundedInput.bytes(in, InputLimits.BUNDLE, Place.of(uri), "name a bundle");
    }
  }
}
