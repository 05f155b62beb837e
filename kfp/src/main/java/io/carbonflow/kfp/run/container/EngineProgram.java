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

  /// Calls the program and waits for its answer.
  ///
  /// @throws Problem if it cannot be started
  Answer call(String... args) throws InterruptedException {
    Process process = start(List.of(args));
    try {
      var err = CompletableFuture.supplyAsync(
          () -> text(process.getErrorStream()), task -> Thread.ofPlatform().daemon().start(task));
      String out = text(process.getInputStream());
      return new Answer(process.waitFor(), out, err.join());
    } finally {
      process.destroy();
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

  private static String text(InputStream in) {
    try (in) {
      return new String(BoundedInput.bytes(in, InputLimits.ENGINE, Place.of("the container engine"),
          "reinstall it or use --runner=jvm"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
