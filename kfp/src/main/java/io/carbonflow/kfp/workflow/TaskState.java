// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.workflow;

/// How a task of a run is getting on.
public enum TaskState {
  /// It is about to start: its driver is at work, or its pod has not come up yet.
  PENDING,
  /// It runs.
  RUNNING,
  /// It has done its work.
  SUCCEEDED,
  /// Its condition does not hold.
  SKIPPED,
  /// It is never run, because what it depends on has not succeeded.
  OMITTED,
  /// It has not done its work.
  FAILED;

  /// Whether it changes no more, unless somebody retries the run.
  public boolean isFinal() {
    return switch (this) {
      case SUCCEEDED, SKIPPED, OMITTED, FAILED -> true;
      case PENDING, RUNNING -> false;
    };
  }
}
