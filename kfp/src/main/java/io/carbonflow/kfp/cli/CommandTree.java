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
      boolean isCommand = makers().containsKey(first) && !isTask(args);
      Optional<Declaration> named = isCommand ? Optional.empty() : Declaration.named(first);
      boolean all = named.isEmpty() && !isCommand || first.equals(CompletionCommand.NAME);
      steps = all ? Declaration.all() : named.stream().toList();
      makers().forEach((name, maker) -> {
        if (all || isCommand && name.equals(first)) {
          maker.run();
        }
      });
      steps.stream().filter(step -> !line.getSubcommands().containsKey(step.name()))
          .forEach(step -> StepCommand.addTo(line, step));
    }
    HelpPage.group(line, program.manual(), List.copyOf(makers().keySet()));
    HelpPage.end(line, program.manual(), "");
    context.streams().of(line);
  }

  /// Whether it is Kubeflow that calls: what it runs is a step, even where people have a command of that name.
  private static boolean isTask(String... args) {
    return Arrays.stream(args).anyMatch(arg -> arg.equals("--executor-input") || arg.startsWith("--executor-input="));
  }

  /// What makes each command that is no step.
  private SequencedMap<String, Runnable> makers() {
    Program program = context.program();
    SequencedMap<String, Runnable> makers = new LinkedHashMap<>();
    makers.put(RunCommand.NAME, () -> RunCommand.addTo(line, program, args));
    makers.put(RunsCommand.NAME, () -> RunsCommand.addTo(line));
    makers.put(CompileCommand.NAME, () -> CompileCommand.addTo(line, program));
    makers.put(KubeflowCommands.NAME, () -> KubeflowCommands.addTo(line, program));
    makers.put(StepsCommand.NAME, () -> StepsCommand.addTo(line));
    makers.put(CompletionCommand.NAME, () -> CompletionCommand.addTo(line, program));
    program.commands().forEach(own -> makers.put(own.name(), () -> line.addSubcommand(own.name(), own.line())));
    return makers;
  }

  /// Adds each command that is listed with no more than its description.
  private void describe() {
    Program program = context.program();
    SequencedMap<String, String> about = new LinkedHashMap<>();
    about.put(RunCommand.NAME, RunCommand.ABOUT.getFirst());
    about.put(RunsCommand.NAME, RunsCommand.ABOUT);
    about.put(CompileCommand.NAME, CompileCommand.ABOUT);
    about.put(KubeflowCommands.NAME, KubeflowCommands.ABOUT.getFirst());
    about.put(StepsCommand.NAME, StepsCommand.ABOUT);
    about.put(CompletionCommand.NAME, CompletionCommand.ABOUT);
    program.commands().forEach(own -> about.put(own.name(), own.about()));
    listedSteps(about.keySet()).forEach(name -> Declaration.named(name).ifPresent(
        step -> about.put(name, step.about() + ".")));
    about.forEach((name, text) -> {
      CommandSpec spec = CommandSpec.create().name(name);
      spec.usageMessage().description(text);
      line.addSubcommand(name, spec);
    });
  }

  private List<String> listedSteps(Set<String> others) {
    return context.program().manual().groups().stream().flatMap(group -> group.commands().stream())
        .filter(name -> !others.contains(name)).toList();
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
    Optional<Declaration> step = makers().containsKey(name) && !StepCommand.isTask(command)
        ? Optional.empty() : steps.stream().filter(one -> one.name().equals(name)).findFirst();
    if (step.isPresent()) {
      return StepMain.run(step.get(), command, context.streams());
    }
    return switch (name) {
      case RunCommand.NAME -> RunCommand.run(command, context, args);
      case RunsCommand.NAME -> RunsCommand.run(command, context);
      case StepsCommand.NAME -> StepsCommand.run(line, context.streams().out());
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
