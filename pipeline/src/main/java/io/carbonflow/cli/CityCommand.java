// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.AtomicFile;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.table.Table;
import io.carbonflow.components.city.CityFile;
import io.carbonflow.components.city.check.CityCheck;
import io.carbonflow.components.city.draft.CityDraft;
import io.carbonflow.components.storage.BucketUri;
import io.carbonflow.components.storage.SourceTables;
import io.carbonflow.kfp.cli.ProgramCommand;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.CommonOptions;
import io.carbonflow.kfp.step.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `carbonflow city`: what a city's file makes of tables, and a first draft of one.
final class CityCommand implements ProgramCommand {
  private static final String NAME = "city";
  private static final String CHECK = "check";
  private static final String NEW = "new";
  private static final String CITY_NAME = "--name";
  private static final String OUTPUT = "--output";
  private static final String JSON = "--json";
  private static final String CITIES = "cities";
  private static final Pattern BARE = Pattern.compile("[\\w-]+");

  private final Path home;

  /// @param home the folder of the program, where `cities` is
  CityCommand(Path home) {
    this.home = home;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String about() {
    return "Checks and drafts city files, by which tables of any city are read.";
  }

  @Override
  public CommandLine line() {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage().description(about());
    CommonOptions.addTo(spec);
    return new CommandLine(spec).addSubcommand(CHECK, check()).addSubcommand(NEW, draft());
  }

  private static CommandSpec check() {
    CommandSpec spec = CommandSpec.create().name(CHECK);
    spec.usageMessage().description("Tells what a city's file makes of tables: which columns and rows are found, which"
        + " rows would be modeled, and how well emission factors fit.",
        "Exit code 1: models cannot be trained on them; the last line says why.").sortOptions(false);
    spec.addPositional(PositionalParamSpec.builder().arity("0..*").type(List.class).auxiliaryTypes(String.class)
        .paramLabel("FILE TABLE").description("The city's file, or the name of one that comes along, such as chicago;"
            + " then its tables: paths or URIs. A folder or prefix stands for every table in it.").build());
    spec.addOption(OptionSpec.builder(JSON).type(boolean.class).description("Print JSON.").build());
    CommonOptions.addTo(spec);
    return spec;
  }

  private static CommandSpec draft() {
    CommandSpec spec = CommandSpec.create().name(NEW);
    spec.usageMessage().description("Drafts a city's file from a table: columns by their names and what they hold,"
        + " units, kinds of buildings, words for what is missing. What is doubtful is marked with CHECK.")
        .sortOptions(false);
    spec.addPositional(PositionalParamSpec.builder().arity("0..1").type(String.class).paramLabel("TABLE")
        .description("A table: a path or a URI.").build());
    spec.addOption(OptionSpec.builder(CITY_NAME).type(String.class).paramLabel("NAME")
        .description("What the city is called (default: a guess).").build());
    spec.addOption(OptionSpec.builder(OUTPUT).type(String.class).paramLabel("FILE")
        .description("A new file (default: standard output).").build());
    CommonOptions.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Streams streams) {
    if (!parsed.hasSubcommand()) {
      throw new ParameterException(parsed.commandSpec().commandLine(), "name what to do: " + CHECK + ", " + NEW);
    }
    ParseResult command = parsed.subcommand();
    if (command.commandSpec().name().equals(NEW)) {
      draft(command, streams);
    } else {
      check(command, streams);
    }
    return Commands.OK;
  }

  private void check(ParseResult command, Streams streams) {
    List<String> words = command.matchedPositionalValue(0, List.of());
    if (words.size() < 2) {
      throw wrong(command, "name the FILE of a city and a TABLE of it, such as chicago chicago.csv");
    }
    CityFile.Located city = CityFile.locate(file(words.getFirst()));
    SourceTables read = SourceTables.read(words.subList(1, words.size()), new BucketUri(""), "");
    CityCheck check = CityCheck.of(city, read.rows());
    if (command.matchedOptionValue(JSON, false)) {
      streams.out().print(Json.pretty(check.facts()));
      read.left(streams.err()::println);
    } else {
      check.lines().forEach(streams.out()::println);
      read.left(streams.out()::println);
    }
    check.requireUsable();
  }

  private static void draft(ParseResult command, Streams streams) {
    String table = command.matchedPositionalValue(0, "");
    if (table.isBlank()) {
      throw wrong(command, "name the TABLE to draft the file from, such as mytown.csv");
    }
    Optional<Path> output = Optional.ofNullable(command.<String>matchedOptionValue(OUTPUT, null)).map(Path::of);
    output.filter(Files::exists).ifPresent(there -> {
      throw wrong(command, OUTPUT + ": " + there + " is there already; name a new file");
    });
    List<Table> tables = SourceTables.read(List.of(table), new BucketUri(""), "").rows();
    if (tables.size() > 1) {
      throw wrong(command, table + " has " + tables.size() + " tables in it; name one of them");
    }
    String draft = CityDraft.of(tables.getFirst(), Optional.ofNullable(command.matchedOptionValue(CITY_NAME, null)));
    output.ifPresentOrElse(file -> AtomicFile.write(file, draft), () -> streams.out().print(draft));
  }

  private static ParameterException wrong(ParseResult command, String what) {
    return new ParameterException(command.commandSpec().commandLine(), what);
  }

  /// A file of one's own, or one that comes along. A file of a city's name is found as `./chicago`.
  Path file(String name) {
    Path own = Path.of(name);
    if (!BARE.matcher(name).matches()) {
      return own;
    }
    Path known = home.resolve(CITIES).resolve(name + ".yaml");
    if (!Files.exists(known)) {
      throw new Problem(Place.of(name), "is not a city that carbonflow knows", "use one of " + known() + ", or name a file");
    }
    return known;
  }

  private String known() {
    try (Stream<Path> files = Files.list(home.resolve(CITIES))) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")).sorted()
          .map(name -> name.substring(0, name.lastIndexOf('.'))).collect(Collectors.joining(", "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
