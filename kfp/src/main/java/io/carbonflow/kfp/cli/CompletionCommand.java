// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.CommonOptions;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// `completion`: the script with which a shell completes commands, options and the words
/// that an option takes.
final class CompletionCommand {
  static final String NAME = "completion";

  private CompletionCommand() {}

  static String about(Program program) {
    return "Prints a script that makes bash or zsh complete commands and options. To use it: source <("
        + program.call() + " completion)";
  }

  static void addTo(CommandLine parent, Program program) {
    CommandSpec spec = CommandSpec.create().name(NAME);
    spec.usageMessage().description(about(program)).abbreviateSynopsis(true);
    CommonOptions.addTo(spec);
    parent.addSubcommand(NAME, spec);
  }

  /// Prints the script.
  ///
  /// @param program the whole command line
  /// @return the exit code
  static int run(CommandLine program, PrintStream out) {
    out.println(AutoComplete.bash(program.getCommandName(), program));
    return Commands.OK;
  }
}
