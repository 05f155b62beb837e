// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;
import io.carbonflow.base.fault.Problem;

/// A container from its start to its removal: closed, it is gone, however the task or this program
/// ended.
final class RunningContainer implements AutoCloseable {
  /// The lines that a message may show.
  private static final int KEPT = 3;
  private static final String SECONDS_TO_END = "5";
  /// What the engine may take for an end. Whoever presses Ctrl-C does not wait for a service that hangs.
  private static final Duration LONGEST_END = Duration.ofSeconds(15);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final EngineProgram engine;
  private final String name;
  private final Consumer<String> lines;
  private final Deque<String> last = new ArrayDeque<>();
  private final Process process;
  private final Thread atExit = Thread.ofPlatform().unstarted(this::stop);
  private boolean gone;

  /// Starts a container.
  ///
  /// @param name its name, which no other one has
  /// @param args what the engine is called with
  /// @param lines takes each line that it writes, as it comes
  RunningContainer(
      EngineProgram engine, String name, List<String> args, Consumer<String> lines) {
    this.engine = engine;
    this.name = name;
    this.lines = lines;
    this.process = engine.start(args);
    try {
      Runtime.getRuntime().addShutdownHook(atExit);
    } catch (IllegalStateException _) {
      stop();
      waitForTheEnd();
    }
  }

  /// Waits for its end.
  ///
  /// @return its exit code
  int await() throws InterruptedException {
    Thread err = Thread.ofPlatform().daemon().start(
        () -> read(process.errorReader(StandardCharsets.UTF_8)));
    Thread out = Thread.ofPlatform().daemon().start(
        () -> read(process.inputReader(StandardCharsets.UTF_8)));
    out.join();
    err.join();
    return process.waitFor();
  }

  /// The last lines that it wrote.
  List<String> lastLines() {
    synchronized (last) {
      return List.copyOf(last);
    }
  }

  /// What the engine says about it, by the template of its command `inspect`.
  EngineProgram.Answer inspect(String template) throws InterruptedException {
    return engine.call("container", "inspect", "--format", template, name);
  }

  private void read(BufferedReader reader) {
    try (reader) {
      reader.lines().forEach(this::line);
    } catch (IOException | UncheckedIOException _) {
      // The engine's program has been ended, and with it what it had to say.
    }
  }

  private void line(String text) {
    synchronized (last) {
      if (!text.isBlank()) {
        last.addLast(text.strip());
      }
      if (last.size() > KEPT) {
        last.removeFirst();
      }
    }
    lines.accept(text);
  }

  /// Lets it end its work, so that it can delete what it has not finished, then makes it end. Called
  /// by the task and by the end of the program, and whoever comes second waits. An engine that does
  /// not answer is not waited for; the caller is told what may be left.
  private synchronized void stop() {
    if (gone) {
      return;
    }
    try {
      boolean answers = true;
      if (process.isAlive()) {
        answers = answers("stop", "-t", SECONDS_TO_END, name);
        // It may not have been there yet; without the engine's program it will not be.
        process.destroy();
        if (!process.waitFor(LAST_WORDS)) {
          process.destroyForcibly().waitFor(LAST_WORDS);
        }
      }
      if (!answers || !answers("rm", "--force", name)) {
        lines.accept("the container engine does not answer: see whether container " + name
            + " is left, and remove it with '" + engine.path() + " rm --force " + name + "'");
      }
      gone = true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean answers(String... args) throws InterruptedException {
    try {
      engine.call(engine.patience().compareTo(LONGEST_END) < 0 ? engine.patience() : LONGEST_END, args);
      return true;
    } catch (Problem _) {
      return false; // Its work is done or given up; what it has given is not worse for it.
    }
  }

  /// Stops it, if it has not ended, and removes it. While this program is ending, this does not come
  /// back: a container that was stopped with the program has not failed.
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException _) {
      waitForTheEnd();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void waitForTheEnd() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException _) {
      waitForTheEnd();
    }
  }
}
