// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Problem;

/// A task of a run has failed, and so has the run.
public final class TaskFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /// Why a task failed.
  ///
  /// @param task the task's name, with those of the loops and branches it is in
  /// @param log where its log is
  TaskFailure(String task, Path log, Throwable cause) {
    super("task " + task + " failed: "
        + (cause instanceof Problem ? cause.getMessage() : "unexpected: " + cause)
        + " (its log is " + log + "; the same command goes on from this task)", cause);
  }
}
