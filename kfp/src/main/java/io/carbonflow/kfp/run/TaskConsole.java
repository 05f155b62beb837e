// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.kfp.step.Console;

/// Shows what a task tells on the run's terminal, and keeps its lines in the task's log.
final class TaskConsole implements Console, AutoCloseable {
  private final Console shown;
  private final PrintStream log;

  TaskConsole(Console shown, Path log) throws IOException {
    this.shown = shown;
    this.log = new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8);
  }

  @Override
  public void line(String text) {
    shown.line(text);
    log.println(text);
  }

  @Override
  public void warn(String text) {
    shown.warn(text);
    log.println(text);
  }

  @Override
  public void progress(String what, int done, int total, String note) {
    progress(what, "", done, total, note);
  }

  @Override
  public void progress(String what, String parts, int done, int total, String note) {
    shown.progress(what, parts, done, total, note);
    if (done == total) {
      log.println(what + " " + done + "/" + total + (note.isEmpty() ? "" : ", " + note));
    }
  }

  /// Keeps why the task failed.
  void failure(Throwable cause) {
    cause.printStackTrace(log);
  }

  @Override
  public void close() {
    log.close();
  }
}
