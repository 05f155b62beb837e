// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.notify;

import io.carbonflow.kfp.step.FinalStatus;

/// How a run has ended, as far as it could be found out.
sealed interface Ending {

  /// All that was to be done was done.
  record Well() implements Ending {}

  /// A task has failed.
  ///
  /// @param task the task, `merge` or `screen-svm, 2 of 3`; empty if it is not known
  /// @param reason what Kubernetes or a local orchestrator says of it; may be empty
  /// @param line what the task's log says of it; empty if that could not be had
  record Failed(String task, String reason, String line) implements Ending {
    /// How Argo says that a container has ended by itself, of which its log says more.
    private static final String EXIT = "(main: )?Error \\(exit code \\d+\\)";

    /// The same, with what the task's log says.
    Failed with(String found) {
      return new Failed(task, reason, found);
    }

    /// Why it has failed, in one line; empty if that is not known.
    String why() {
      String first = reason.lines().findFirst().orElse("");
      return line.isEmpty() ? first
          : first.isEmpty() || first.matches(EXIT) ? line
          : first + ": " + line;
    }
  }

  /// Somebody has had it stopped.
  record Stopped() implements Ending {}

  /// It is not known how.
  ///
  /// @param why why not
  record Unknown(String why) implements Ending {}

  /// The ending that a final status tells of. Local orchestrators know it. Kubeflow's server does only
  /// where it says `COMPLETE`: then every task has ended and none has failed. Its `FAILED` says that an
  /// attempt has, which it also keeps where another attempt was good and the last thing to do was a
  /// condition that does not hold; it is reported anyway, for silence would be worse. Its `RUNNING`
  /// says nothing (backend/src/v2/metadata/client.go, UpdateDAGExecutionsState).
  static Ending of(FinalStatus ended) {
    return ended.isWell() ? new Well() : switch (ended.state()) {
      case FinalStatus.FAILED -> new Failed("", ended.message(), "");
      case "CANCELED" -> new Stopped();
      case "" -> new Unknown("it has no final status");
      default -> new Unknown("its final status is " + ended.state());
    };
  }

  /// The ending in a word, of those that Kubeflow has for runs.
  default String state() {
    return switch (this) {
      case Well _ -> "SUCCEEDED";
      case Failed _ -> "FAILED";
      case Stopped _ -> "CANCELED";
      case Unknown _ -> "UNKNOWN";
    };
  }

  /// The ending as what is said of a run.
  default String words() {
    return switch (this) {
      case Well _ -> "has ended well";
      case Failed failed -> "has failed" + after(failed.task()) + after(failed.why());
      case Stopped _ -> "was stopped";
      case Unknown _ -> "has ended, and it could not be found out how";
    };
  }

  private static String after(String text) {
    return text.isEmpty() ? "" : ": " + text;
  }
}
