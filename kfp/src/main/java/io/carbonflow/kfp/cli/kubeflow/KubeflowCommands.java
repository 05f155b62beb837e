// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.Kubeflow;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `kubeflow`: pipelines, runs and schedules on a server of Kubeflow Pipelines.
public final class KubeflowCommands {
  /// The name that the commands are below.
  public static final String NAME = "kubeflow";
  /// What they are for.
  public static final List<String> ABOUT = List.of("Uploads, runs, schedules and watches pipelines on Kubeflow.",
      "Where it is and how to log in is in the environment: KBFL_ENDPOINT, and KBFL_TOKEN, KBFL_COOKIE or KBFL_LOGIN"
          + " with KBFL_PASSWORD.");

  private KubeflowCommands() {}

  /// Adds the commands to a program.
  public static void addTo(CommandLine parent, Program program) {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage().description(ABOUT.toArray(String[]::new));
    spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).type(boolean.class)
        .description("Show this help.").build());
    CommandLine line = new CommandLine(spec);
    for (KubeflowCommand command : all()) {
      CommandSpec one = command.spec(program);
      ConnectionOptions.addTo(one);
      line.addSubcommand(one.name(), one);
    }
    parent.addSubcommand(NAME, line);
  }

  /// Runs the command that parsed arguments name.
  ///
  /// @return the exit code
  public static int run(ParseResult parsed, CliContext around) throws Exception {
    if (!parsed.hasSubcommand()) {
      throw Options.wrong(parsed, "name a command, such as doctor");
    }
    Map<String, KubeflowCommand> byName = new LinkedHashMap<>();
    all().forEach(command -> byName.put(command.spec(around.program()).name(), command));
    ParseResult command = parsed.subcommand();
    try (Kubeflow kubeflow = ConnectionOptions.open(command, around)) {
      return byName.get(command.commandSpec().name()).run(command, kubeflow, around);
    }
  }

  /// Made when asked for: the program's own help names the group only, and so loads none of their classes.
  private static List<KubeflowCommand> all() {
    return List.of(
        new UploadCommand(), new StartCommand(), new RunsCommand(), new StatusCommand(),
        new StopCommand(), new RetryCommand(), new LogsCommand(), new ScheduleCommand(),
        new SchedulesCommand(), SwitchCommand.pause(), SwitchCommand.resume(),
        new UnscheduleCommand(), new DoctorCommand());
  }
}
