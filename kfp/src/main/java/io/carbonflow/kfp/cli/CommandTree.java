// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.kfp.cli.kubeflow.KubeflowCommands;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.StepCommand;
import io.carbonflow.kfp.step.StepMain;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// A program's commands: its pipelines, each step by its name, Kubeflow's, and its own.
public final class CommandTree {
  /// What is asked of the program and none of its commands.
  private static final Set<String> OF_ALL = Set.of("--version", "--help", "-h");

  private final CliContext context;
  private final List<Declaration> steps;
  private final CommandLine line;
  private final String[] args;

  private CommandTree(CliContext context, String... args) {
    this.context = context;
    this.args = args;
    Program program = context.program();
    line = new CommandLine(spec(program));
    // What is not asked for is not made: to make all commands takes longer than most of them take.
    String first = args.length == 0 ? "--help" : args[0];
    if (OF_ALL.contains(first)) {
      steps = List.of();
      describe();
    } else {
      Optional<Declaration> named = Declaration.named(first);
      boolean isOther = named.isPresent() || makers().containsKey(first) && !first.equals(CompletionCommand.NAME);
      steps = isOther ? named.stream().toList() : Declaration.all();
      makers().forEach((name, maker) -> {
        if (!isOther || name.equals(first)) {
          maker.run();
        }
      });
      steps.forEach(step -> StepCommand.addTo(line, step));
    }
    context.streams().of(line);
  }

  /// What makes each command that is no step.
  private SequencedMap<String, Runnable> makers() {
    Program program = context.program();
    SequencedMap<String, Runnable> makers = new LinkedHashMap<>();
    makers.put(RunCommand.NAME, () -> RunCommand.addTo(line, program, args));
    makers.put(CompileCommand.NAME, () -> CompileCommand.addTo(line, program));
    makers.put(KubeflowCommands.NAME, () -> KubeflowCommands.addTo(line, program));
    makers.put(CompletionCommand.NAME, () -> CompletionCommand.addTo(line, program));
    program.commands().forEach(own -> makers.put(own.name(), () -> line.addSubcommand(own.name(), own.line())));
    return makers;
  }

  /// Adds each command with no more than its description, as the help of the program lists it.
  private void describe() {
    Program program = context.program();
    SequencedMap<String, List<String>> about = new LinkedHashMap<>();
    about.put(RunCommand.NAME, RunCommand.ABOUT);
    about.put(CompileCommand.NAME, List.of(CompileCommand.ABOUT));
    about.put(KubeflowCommands.NAME, KubeflowCommands.ABOUT);
    about.put(CompletionCommand.NAME, List.of(CompletionCommand.about(program)));
    program.commands().forEach(own -> about.put(own.name(),
        List.of(own.line().getCommandSpec().usageMessage().description())));
    Declaration.abouts().forEach((name, text) -> about.put(name, List.of(text + ".")));
    about.forEach((name, text) -> {
      CommandSpec spec = CommandSpec.create().name(name);
      spec.usageMessage().description(text.toArray(String[]::new));
      line.addSubcommand(name, spec);
    });
  }

  /// Runs the command that the arguments name, and comes back.
  ///
  /// @return the exit code
  public static int execute(CliContext context, String... args) {
    PrintWriter err = new PrintWriter(context.streams().err(), true, StandardCharsets.UTF_8);
    return Commands.guarded(context.program().name(), err, () -> {
      String[] full = context.program().arguments().apply(args);
      CommandTree tree = new CommandTree(context, full);
      return Commands.execute(tree.line, tree::dispatch, full);
    });
  }

  private static CommandSpec spec(Program program) {
    CommandSpec spec = CommandSpec.create().name(program.name());
    spec.usageMessage().description(program.about());
    spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).type(boolean.class)
        .description("Show this help.").build());
    spec.addOption(OptionSpec.builder("--version").versionHelp(true).type(boolean.class)
        .description("Show the version.").build());
    spec.version(program.name() + " " + program.version());
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
      return StepMain.run(step.get(), command, context.streams());
    }
    return switch (name) {
      case RunCommand.NAME -> RunCommand.run(command, context, args);
      case CompileCommand.NAME ->
          CompileCommand.run(command, context.program(), context.streams().out());
      case KubeflowCommands.NAME -> KubeflowCommands.run(command, context);
      case CompletionCommand.NAME -> CompletionCommand.run(line, context.streams().out());
      default -> own(name).run(command, context.streams());
    };
  }

  private ProgramCommand own(String name) {
    return context.program().commands().stream()
        .filter(command -> command.name().equals(name)).findFirst().orElseThrow();
  }
}
