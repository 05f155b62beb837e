// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli.kubeflow;

import module java.base;
import io.carbonflow.kfp.cli.CliContext;
import picocli.CommandLine.ParseResult;

/// The experiment that runs belong to: what the SDK's variables say counts here too
/// (kfp/client/client.py).
final class ExperimentChoice {
  private static final String OVERRIDE = "KF_PIPELINES_OVERRIDE_EXPERIMENT_NAME";
  private static final String DEFAULT = "KF_PIPELINES_DEFAULT_EXPERIMENT_NAME";

  private ExperimentChoice() {}

  /// The name of the experiment for runs of a pipeline.
  static String of(ParseResult parsed, String pipeline, CliContext around) {
    return variable(around, OVERRIDE).or(() -> Options.text(parsed, Options.EXPERIMENT))
        .or(() -> variable(around, DEFAULT)).orElse(pipeline);
  }

  private static Optional<String> variable(CliContext around, String name) {
    return Optional.ofNullable(around.environment().get(name)).filter(text -> !text.isBlank());
  }
}
