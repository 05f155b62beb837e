// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Table;
import io.carbonflow.components.city.CityFile;
import io.carbonflow.components.city.check.CityCheck;
import io.carbonflow.components.storage.BucketUri;
import io.carbonflow.components.storage.SourceTables;
import io.carbonflow.kfp.cli.ProgramCommand;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.CommonOptions;
import io.carbonflow.kfp.step.Streams;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `carbonflow city`: what a city's file makes of tables, and a first draft of one.
final class CityCommand implements ProgramCommand {
  private static final String NAME = "city";
  private static final String CHECK = "check";
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
  public CommandLine line() {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage().description("Files of cities, by which tables of any city are read.");
    CommonOptions.addTo(spec);
    return new CommandLine(spec).addSubcommand(CHECK, check());
  }

  private static CommandSpec check() {
    CommandSpec spec = CommandSpec.create().name(CHECK);
    spec.usageMessage().description("Tells what a city's file makes of tables: which columns and rows are found, which"
        + " rows would be modelled, and how well emission factors fit.",
        "Exit code 1: models cannot be trained on them; the last line says why.").sortOptions(false);
    spec.addPositional(PositionalParamSpec.builder().arity("0..*").type(List.class).auxiliaryTypes(String.class)
        .paramLabel("FILE TABLE").description("The city's file, or the name of one that comes along, such as chicago;"
            + " then its tables: paths or URIs. A folder or prefix stands for every table in it.").build());
    CommonOptions.addTo(spec);
    return spec;
  }

  @Override
  public int run(ParseResult parsed, Streams streams) {
    if (!parsed.hasSubcommand()) {
      throw new ParameterException(parsed.commandSpec().commandLine(), "name what to do: " + CHECK);
    }
    ParseResult command = parsed.subcommand();
    List<String> words = command.matchedPositionalValue(0, List.of());
    if (words.size() < 2) {
      throw new ParameterException(command.commandSpec().commandLine(),
          "name the FILE of a city and a TABLE of it, such as chicago chicago.csv");
    }
    CityFile.Located city = CityFile.locate(file(words.getFirst()));
    SourceTables read = SourceTables.read(words.subList(1, words.size()), new BucketUri(""), "");
    CityCheck check = CityCheck.of(city, read.rows());
    check.lines().forEach(streams.out()::println);
    read.left(streams.out()::println);
    check.requireUsable();
    return Commands.OK;
  }

  /// A file of one's own, or one that comes along. A file of a city's name is found as `./chicago`.
  Path file(String name) {
    Path own = Path.of(name);
    if (!BARE.matcher(name).matches()) {
      return own;
    }
    Path known = home.resolve(CITIES).resolve(name + ".yaml");
    if (!Files.exists(known)) {
      throw new Problem(Place.of(name), "is no city that comes along", "use one of " + known() + ", or name a file");
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
