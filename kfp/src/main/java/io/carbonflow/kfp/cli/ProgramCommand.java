// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import io.carbonflow.kfp.step.Streams;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// A command of a program's own.
public interface ProgramCommand {
  /// Its name.
  String name();

  /// Its description, arguments and options, under its name.
  CommandLine line();

  /// What it does, a sentence: what a list of commands says. A command whose options take long to make says it by
  /// itself.
  default String about() {
    String[] description = line().getCommandSpec().usageMessage().description();
    return description.length == 0 ? "" : description[0];
  }

  /// Does what parsed arguments ask for.
  ///
  /// @return the exit code
  int run(ParseResult parsed, Streams streams) throws Exception;
}
