// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// What a task can know of the run that it is part of. Kubeflow puts it in place of a constant
/// that is its placeholder and nothing else (`resolveInputParameter` of
/// backend/src/v2/driver/resolve.go at 2.17).
public enum RunVariable {
  /// The run's name, which need not be its own alone.
  NAME("{{$.pipeline_job_name}}"),
  /// The run's id, which no other run has.
  ID("{{$.pipeline_job_uuid}}");

  private final String placeholder;

  RunVariable(String placeholder) {
    this.placeholder = placeholder;
  }

  /// What stands for it in a compiled pipeline.
  public String placeholder() {
    return placeholder;
  }

  /// The fact that a constant stands for.
  ///
  /// @return empty if it is a constant like any other
  public static Optional<RunVariable> of(Object constant) {
    return Arrays.stream(values()).filter(one -> one.placeholder.equals(constant)).findFirst();
  }
}
