package io.carbonflow.cli;

import io.carbonflow.cli.kubeflow.KubeflowCommands;
import io.carbonflow.cli.kubeflow.Surroundings;
import io.carbonflow.step.Commands;
import io.carbonflow.step.Declaration;
import io.carbonflow.step.StepCommand;
import io.carbonflow.step.StepMain;
import io.carbonflow.step.Streams;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The program `carbonflow`: runs pipelines, and each step by its name.
public final class Carbonflow {
  private final List<Declaration> steps;
  private final CommandLine line = new CommandLine(spec());
  private final Surroundings around;
  private final Streams streams;
  private final String[] args;

  private Carbonflow(Surroundings around, String... args) {
    this.around = around;
    this.streams = around.streams();
    this.args = args;
    // A step that is named needs no other command, and to make them takes longer than many steps.
    Optional<Declaration> named = Stream.of(args).findFirst().flatMap(Declaration::named);
    this.steps = named.map(List::of).orElseGet(Declaration::all);
    if (named.isEmpty()) {
      RunCommand.addTo(line, args);
      CompileCommand.addTo(line);
      KubeflowCommands.addTo(line);
      CompletionCommand.addTo(line);
      ModelsCommand.addTo(line);
      VerifyCommand.addTo(line);
    }
    steps.forEach(step -> StepCommand.addTo(line, step));
    streams.of(line);
  }

  /// Runs the command that the arguments name and ends the JVM with its exit code.
  public static void main(String... args) {
    System.exit(execute(Streams.standard(), args));
  }

  /// Runs the command that the arguments name, and comes back.
  ///
  /// @return the exit code
  public static int execute(Streams streams, String... args) {
    return execute(Surroundings.of(streams), args);
  }

  /// Runs the command that the arguments name, and comes back.
  ///
  /// @param around what commands that leave this machine find around them
  /// @return the exit code
  public static int execute(Surroundings around, String... args) {
    String[] full = RunCommand.withDefaults(args);
    Carbonflow program = new Carbonflow(around, full);
    return Commands.execute(program.line, program::dispatch, full);
  }

  private static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("carbonflow");
    spec.usageMessage().description(
        "Trains, compares and ships models of the greenhouse-gas emissions of buildings.");
    spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).type(boolean.class)
        .description("Show this help.").build());
    spec.addOption(OptionSpec.builder("--version").versionHelp(true).type(boolean.class)
        .description("Show the version.").build());
    spec.version("carbonflow " + Version.TEXT);
    return spec;
  }

  private int dispatch(ParseResult parsed) throws Exception {
    if (!parsed.hasSubcommand()) {
      throw new ParameterException(line, "name a command, such as run");
    }
    ParseResult command = parsed.subcommand();
    String name = command.commandSpec().name();
    Optional<Declaration> step =
        steps.stream().filter(one -> one.name().equals(name)).findFirst();
    if (step.isPresent()) {
      return StepMain.run(step.get(), command, streams);
    }
    return switch (name) {
      case CompileCommand.NAME -> CompileCommand.run(command, streams.out());
      case KubeflowCommands.NAME -> KubeflowCommands.run(command, around);
      case CompletionCommand.NAME -> CompletionCommand.run(line, streams.out());
      case ModelsCommand.NAME -> ModelsCommand.run(command, streams.out());
      case VerifyCommand.NAME -> VerifyCommand.run(command, streams);
      default -> RunCommand.run(command, streams, args);
    };
  }
}
