// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import io.carbonflow.kfp.cli.CliContext;
import io.carbonflow.kfp.cli.Program;
import io.carbonflow.kfp.client.Kubeflow;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// A command below `carbonflow kubeflow`.
interface KubeflowCommand {

  /// Its name, description, arguments and own options.
  CommandSpec spec(Program program);

  /// Does it.
  ///
  /// @return the exit code
  int run(ParseResult parsed, Kubeflow kubeflow, CliContext around) throws Exception;
}
