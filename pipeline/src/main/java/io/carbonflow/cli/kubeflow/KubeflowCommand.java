package io.carbonflow.cli.kubeflow;

import io.carbonflow.kubeflow.Kubeflow;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// A command below `carbonflow kubeflow`.
interface KubeflowCommand {

  /// Its name, description, arguments and own options.
  CommandSpec spec();

  /// Does it.
  ///
  /// @return the exit code
  int run(ParseResult parsed, Kubeflow kubeflow, Surroundings around) throws Exception;
}
