// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.SyntheticRows;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("XGBoost's library is unpacked to java.io.tmpdir")
class UnpackingTest {

  @Test
  void aFolderThatCannotTakeItIsAProblemEachTime(@TempDir Path folder) throws Exception {
    Path missing = folder.resolve("missing");
    List<String> problems = outputOfFits(missing);
    assertEquals(2, problems.size());
    assertEquals(
        missing + ": XGBoost's library cannot be unpacked and loaded from here"
            + " (No such file or directory); name a folder with 20 MB of room and permission to"
            + " write and execute: -Djava.io.tmpdir=FOLDER",
        problems.getFirst());
    assertTrue(problems.getLast().startsWith(missing + ": XGBoost's library cannot be unpacked"));
  }

  /// The library is loaded once in a JVM, so each folder asks for a JVM of its own.
  private static List<String> outputOfFits(Path temporary)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp", System.getProperty("java.class.path"),
            "-Djava.io.tmpdir=" + temporary,
            TwoFits.class.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output.lines().toList();
  }

  /// Prints the problem of each of two fits.
  static final class TwoFits {
    public static void main(String[] args) {
      var fitting = new GradientBoosting().prepare(SyntheticRows.of(20, 3, 1));
      for (int i = 0; i < 2; i++) {
        try {
          fitting.fit(new Hyperparameters(Map.of()), SyntheticRows.range(0, 20), 0);
        } catch (Problem e) {
          System.out.println(e.getMessage());
        }
      }
    }
  }
}
