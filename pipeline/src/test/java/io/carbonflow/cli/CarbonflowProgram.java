// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.step.Streams;

/// The program `carbonflow` in this JVM.
public final class CarbonflowProgram {
  /// The sample table of 2015.
  public static final Path DATA_2015 = data("2015");
  /// The sample table of 2016.
  public static final Path DATA_2016 = data("2016");

  private CarbonflowProgram() {}

  /// What a command line came to.
  public record Outcome(int exit, String out, String err) {
    /// Checks that all went well.
    public Outcome ok() {
      assertEquals(0, exit, err);
      return this;
    }

    /// Checks that the last line tells what failed, with these parts, and that only progress stands
    /// before it.
    public String fails(int code, String command, Object... parts) {
      assertEquals(code, exit, err);
      List<String> lines = err.lines().toList();
      String message = code == 2 ? lines.get(lines.size() - 2) : lines.getLast();
      assertTrue(message.startsWith(command + ": "), err);
      for (Object part : parts) {
        assertTrue(message.contains(part.toString()), () -> "no '" + part + "' in: " + message);
      }
      assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
      return message;
    }
  }

  /// Runs a command line.
  public static Outcome run(Object... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    String[] words = List.of(args).stream().map(Object::toString).toArray(String[]::new);
    int exit = Carbonflow.execute(new Streams(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8)), words);
    return new Outcome(exit, out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }

  private static Path data(String year) {
    return Path.of("..", "data-samples", year + "-building-energy-benchmarking.csv")
        .toAbsolutePath().normalize();
  }
}
