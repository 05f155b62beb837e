// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;

/// The command line program of a container engine.
///
/// @param path where it is
/// @param environment the variables it is started with; what a container is given by name comes
///     from them
record EngineProgram(Path path, Map<String, String> environment) {
  private static final String PATIENCE = "CARBONFLOW_ENGINE_SECONDS";
  /// Where a machine is busy an engine's service may take some seconds.
  private static final String USUAL_PATIENCE = "60";

  /// How long an answer may take that has nothing to wait for: what `CARBONFLOW_ENGINE_SECONDS` says,
  /// or a minute.
  ///
  /// @throws Problem if that is no time
  Duration patience() {
    String seconds = environment.getOrDefault(PATIENCE, USUAL_PATIENCE);
    if (!seconds.matches("[1-9][0-9]{0,5}")) {
      throw new Problem(Place.of(PATIENCE), "'" + seconds + "' is not a number of seconds",
          "give a whole number from 1 to 999999, or unset it");
    }
    return Duration.ofSeconds(Long.parseLong(seconds));
  }

  /// What a call came to.
  record Answer(int exit, String out, String err) {
    boolean ok() {
      return exit == 0;
    }

    /// The last line that says something, for a message.
    String lastLine() {
      return (out + "\n" + err).lines().map(String::strip).filter(line -> !line.isEmpty())
          .reduce((_, last) -> last).orElse("exit code " + exit);
    }
  }

  /// Calls the program and waits for its answer, which it has to give soon: only a service that hangs
  /// takes longer.
  ///
  /// @throws Problem if it cannot be started, or does not answer
  Answer call(String... args) throws InterruptedException {
    return call(patience(), args);
  }

  /// Calls the program for something that may take its time.
  ///
  /// @param longest how long it may take
  /// @throws Problem if it cannot be started, or takes longer
  Answer call(Duration longest, String... args) throws InterruptedException {
    Process process = start(List.of(args));
    try {
      Future<String> out = text(process.getInputStream());
      Future<String> err = text(process.getErrorStream());
      long end = System.nanoTime() + longest.toNanos();
      if (!process.waitFor(longest)) {
        throw new TimeoutException();
      }
      return new Answer(process.exitValue(), within(out, end), within(err, end));
    } catch (TimeoutException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new Problem(Place.of(path + " " + String.join(" ", args)),
          "has not answered for " + longest.toSeconds() + " seconds",
          "see whether the engine's service hangs and restart it, give it more time with " + PATIENCE
              + ", or use --runner=jvm", e);
    } finally {
      process.destroy();
    }
  }

  /// Who was started by the program may hold its output open after its end.
  private static String within(Future<String> text, long end)
      throws InterruptedException, TimeoutException {
    try {
      return text.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Problem tooMuch) {
        throw tooMuch;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /// Starts the program, with nothing to read.
  ///
  /// @throws Problem if it cannot be started
  Process start(List<String> args) {
    List<String> words = new ArrayList<>(List.of(path.toString()));
    words.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw new Problem(Place.of(path), "cannot be started (" + e.getMessage() + ")",
          "reinstall it or use --runner=jvm", e);
    }
  }

  private static Future<String> text(InputStream in) {
    var text = new FutureTask<>(() -> {
      try (in) {
        return new String(BoundedInput.bytes(in, InputLimits.ENGINE, Place.of("the container engine"),
            "reinstall it or use --runner=jvm"), StandardCharsets.UTF_8);
      }
    });
    Thread.ofPlatform().daemon().start(text);
    return text;
  }
}
