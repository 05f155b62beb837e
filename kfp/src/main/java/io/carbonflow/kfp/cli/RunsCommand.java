// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.run.RecordedRun;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.CommonOptions;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `runs`: the runs on this machine.
final class RunsCommand {
  static final String NAME = "runs";
  static final String ABOUT = "Lists, shows and compares the runs on this machine.";
  private static final String JSON = "--json";

  private enum Action {
    LIST("Lists runs, the newest first.", "FOLDER", "0..*",
        "Where runs lie, or the folder of one (default: " + Program.RUNS + ").", true),
    SHOW("Shows a run: parameters, inputs, tasks, metrics and where its results are.", "RUN", "0..1",
        "The run's name in the list, or its folder (default: the newest).", true),
    COMPARE("Shows two runs side by side and marks what differs.", "RUN", "0..2",
        "The names or folders of two runs.", true),
    OPEN("Prints the path of a run's report, and opens it where there is a desktop.", "RUN", "0..1",
        "The run's name in the list, or its folder (default: the newest).", false);

    private final String about;
    private final String word;
    private final String arity;
    private final String meaning;
    private final boolean json;

    Action(String about, String word, String arity, String meaning, boolean json) {
      this.about = about;
      this.word = word;
      this.arity = arity;
      this.meaning = meaning;
      this.json = json;
    }

    CommandSpec spec() {
      CommandSpec spec = CommandSpec.create().name(name().toLowerCase(Locale.ROOT));
      spec.usageMessage().description(about).sortOptions(false);
      spec.addPositional(PositionalParamSpec.builder().arity(arity).type(List.class).auxiliaryTypes(String.class)
          .paramLabel(word).description(meaning).build());
      if (json) {
        spec.addOption(OptionSpec.builder(JSON).type(boolean.class).description("Print JSON.").build());
      }
      CommonOptions.addTo(spec);
      return spec;
    }
  }

  private RunsCommand() {}

  static void addTo(CommandLine parent) {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage().description(ABOUT);
    CommonOptions.addTo(spec);
    CommandLine line = new CommandLine(spec);
    for (Action action : Action.values()) {
      CommandSpec one = action.spec();
      line.addSubcommand(one.name(), one);
    }
    parent.addSubcommand(NAME, line);
  }

  /// Does what parsed arguments ask for.
  ///
  /// @return the exit code
  static int run(ParseResult parsed, CliContext context) throws IOException {
    if (!parsed.hasSubcommand()) {
      throw wrong(parsed, "name what to do: list, show, compare, open");
    }
    ParseResult command = parsed.subcommand();
    List<String> words = command.matchedPositionalValue(0, List.of());
    var text = new RunsText(context.streams().out(), context.program().summary(),
        command.matchedOptionValue(JSON, false));
    switch (Action.valueOf(command.commandSpec().name().toUpperCase(Locale.ROOT))) {
      case LIST -> text.list(all(words));
      case SHOW -> text.show(one(words));
      case COMPARE -> {
        if (words.size() != 2) {
          throw wrong(command, "name two runs that 'runs list' shows, or their folders");
        }
        text.compare(named(words.getFirst()), named(words.getLast()));
      }
      case OPEN -> Desktop.open(report(one(words)), context);
    }
    return Commands.OK;
  }

  private static List<RecordedRun> all(List<String> folders) {
    SortedSet<RecordedRun> runs = new TreeSet<>(
        Comparator.comparing(RecordedRun::started).reversed().thenComparing(RecordedRun::folder));
    for (String folder : folders) {
      if (!Files.isDirectory(Path.of(folder))) {
        throw new Problem(Place.of(folder), "there is no such folder", "name one with runs in it");
      }
      runs.addAll(RecordedRun.below(Path.of(folder)));
    }
    return folders.isEmpty() ? RecordedRun.below(Program.RUNS) : List.copyOf(runs);
  }

  private static RecordedRun one(List<String> words) {
    return words.isEmpty() ? RecordedRun.below(Program.RUNS).stream().findFirst().orElseThrow(() -> new Problem(
        Place.of(Program.RUNS), "has no runs", "run a pipeline, or name the folder of a run")) : named(words.getFirst());
  }

  /// A folder, or one of that name where runs lie.
  private static RecordedRun named(String name) {
    return RecordedRun.in(Path.of(name)).orElseGet(() -> {
      Path listed = Program.RUNS.resolve(name);
      return RecordedRun.of(Files.isDirectory(listed) ? listed : Path.of(name));
    });
  }

  private static Path report(RecordedRun run) {
    return run.report().filter(Files::exists).orElseThrow(() -> new Problem(Place.of(run.folder()),
        "has no report: the run " + RunsText.words(run.state()), "show it with 'runs show " + run.name() + "'"));
  }

  private static ParameterException wrong(ParseResult command, String what) {
    return new ParameterException(command.commandSpec().commandLine(), what);
  }
}
