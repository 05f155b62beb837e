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

  /// Does what parsed arguments ask for.
  ///
  /// @return the exit code
  int run(ParseResult parsed, Streams streams) throws Exception;
}
