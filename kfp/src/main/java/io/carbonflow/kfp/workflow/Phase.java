// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.workflow;

import module java.base;

/// The phase of a node, as Argo calls it (`NodePhase` of Argo's `workflow_types.go`).
public enum Phase {
  /// It waits: its pod has no place yet, or its image is being pulled.
  PENDING,
  /// It runs.
  RUNNING,
  /// It has done its work.
  SUCCEEDED,
  /// Its condition does not hold.
  SKIPPED,
  /// What it depends on has not succeeded, so it is never run.
  OMITTED,
  /// It has not done its work.
  FAILED,
  /// Argo or Kubernetes could not run it.
  ERROR,
  /// Argo does not say, or says something that is not known here.
  UNKNOWN;

  static Phase of(String name) {
    return Arrays.stream(values()).filter(phase -> phase.name().equalsIgnoreCase(name)).findFirst()
        .orElse(UNKNOWN);
  }

  /// Whether it has not done its work and will not.
  public boolean isFailure() {
    return this == FAILED || this == ERROR;
  }

  /// Whether it changes no more, unless somebody retries the run.
  public boolean hasEnded() {
    return switch (this) {
      case SUCCEEDED, SKIPPED, OMITTED, FAILED, ERROR -> true;
      case PENDING, RUNNING, UNKNOWN -> false;
    };
  }
}
