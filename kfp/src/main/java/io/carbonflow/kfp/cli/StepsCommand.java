// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.CommonOptions;
import io.carbonflow.kfp.step.Declaration;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// `steps`: lists the steps that tasks run, each a command of its own.
final class StepsCommand {
  static final String NAME = "steps";
  static final String ABOUT = "Lists the steps of pipelines, each a command of its own.";

  private StepsCommand() {}

  static void addTo(CommandLine parent) {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage().description(ABOUT).abbreviateSynopsis(true);
    CommonOptions.addTo(spec);
    parent.addSubcommand(NAME, spec);
  }

  /// Prints the list as picocli prints commands.
  ///
  /// @param program the whole command line
  /// @return the exit code
  static int run(CommandLine program, PrintStream out) {
    CommandLine steps = new CommandLine(CommandSpec.create().name(program.getCommandName()));
    Declaration.abouts().forEach((name, about) -> {
      CommandSpec spec = CommandSpec.create().name(name);
      spec.usageMessage().description(about + ".");
      steps.addSubcommand(name, spec);
    });
    steps.setColorScheme(program.getColorScheme());
    steps.setUsageHelpWidth(program.getUsageHelpWidth());
    out.print(steps.getHelp().commandList());
    return Commands.OK;
  }
}
