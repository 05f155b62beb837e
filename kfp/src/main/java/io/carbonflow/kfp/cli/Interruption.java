// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.cli;

import module java.base;
import io.carbonflow.kfp.run.RecordedRun;
import io.carbonflow.kfp.step.Terminal;

/// Ends the terminal cleanly where a run is ended from outside, as with Ctrl-C, and says what is kept. In force until it
/// is closed.
final class Interruption implements AutoCloseable {
  private final Thread hook;

  /// @param command the command as people call it
  /// @param folder the run's folder
  Interruption(String command, Path folder, Terminal terminal) {
    hook = Thread.ofPlatform().unstarted(() -> terminal.end(words(command, folder)));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// What is said. Only a run that has begun has anything to go on from.
  static List<String> words(String command, Path folder) {
    List<String> kept = RecordedRun.in(folder).stream().flatMap(run -> run.tasks().stream())
        .filter(RecordedRun.Task::isKept).map(RecordedRun.Task::name).toList();
    return List.of(command + ": interrupted", kept.isEmpty()
        ? "No task had finished. Give the same command to start again."
        : "The results of " + String.join(", ", kept) + " are kept in " + folder
            + ". Give the same command to go on from there.");
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The JVM is ending, and the hook does its work.
    }
  }
}
