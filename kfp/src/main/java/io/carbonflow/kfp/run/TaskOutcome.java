// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

/// How a task has ended.
sealed interface TaskOutcome {

  /// It has given its outputs.
  record Succeeded(TaskValues outputs) implements TaskOutcome {}

  /// It did not run, for its condition does not hold, or a task before it did not succeed.
  record Skipped() implements TaskOutcome {}

  /// It has failed, and so has what it is a part of.
  record Failed(TaskFailure why) implements TaskOutcome {}

  /// It was stopped, because something beside it has failed.
  record Stopped() implements TaskOutcome {}

  /// What Kubeflow calls it.
  default String state() {
    return switch (this) {
      case Succeeded _ -> "SUCCEEDED";
      case Skipped _ -> "SKIPPED";
      case Failed _ -> "FAILED";
      case Stopped _ -> "CANCELED";
    };
  }
}
