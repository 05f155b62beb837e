// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;

/// The state of a run or a task (run.proto, `RuntimeState`).
public enum RunState {
  /// It waits to be started.
  PENDING,
  /// It runs.
  RUNNING,
  /// It has done its work.
  SUCCEEDED,
  /// It need not, or could not, be run.
  SKIPPED,
  /// It has not done its work.
  FAILED,
  /// It is being stopped.
  CANCELING,
  /// It was stopped.
  CANCELED,
  /// It waits to be resumed.
  PAUSED,
  /// The server does not say, or says something that is not known here.
  UNKNOWN;

  /// The state of a name.
  static RunState of(String name) {
    return Arrays.stream(values()).filter(state -> state.name().equals(name)).findFirst()
        .orElse(UNKNOWN);
  }

  /// Whether it changes no more, unless somebody retries it.
  public boolean isFinal() {
    return switch (this) {
      case SUCCEEDED, SKIPPED, FAILED, CANCELED -> true;
      case PENDING, RUNNING, CANCELING, PAUSED, UNKNOWN -> false;
    };
  }
}
