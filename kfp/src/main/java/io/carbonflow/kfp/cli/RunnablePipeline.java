// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.kfp.ir.PipelineSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// A pipeline that has a command of its own below `run`.
interface RunnablePipeline {
  /// The command's name.
  String name();

  /// Describes the command and gives it an option for each of the pipeline's parameters. None is
  /// required, for it may be given by its name with `--param` instead.
  void describe(CommandSpec command);

  /// The values of parameters that a command line gives. That they are the pipeline's own is checked
  /// by whoever runs it.
  ///
  /// @param byName those that `--param` gives
  /// @throws picocli.CommandLine.ParameterException if one is missing or no value of its type, or if the
  ///     pipeline cannot run with them
  Map<String, String> parameters(ParseResult command, Map<String, String> byName);

  /// The pipeline as it is to run.
  ///
  /// @throws io.carbonflow.base.fault.Problem if it cannot
  PipelineSpec compiled();
}
