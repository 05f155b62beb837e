// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
  @TempDir Path place;

  /// A program that goes on filling its folder until it is stopped.
  static final class Filling {
    public static void main(String... args) throws Exception {
      TemporaryFolder folder = TemporaryFolder.make("carbonflow-test-");
      System.out.println(folder.path());
      for (int i = 0; ; i++) {
        AtomicFile.write(folder.path().resolve("inner").resolve("file-" + i % 50), "x");
      }
    }
  }

  @Test
  void itIsRemovedWithAllThatItHolds() throws Exception {
    Path path;
    try (TemporaryFolder folder = TemporaryFolder.make("carbonflow-test-")) {
      path = folder.path();
      Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("c"), "x");
      assertTrue(Files.isDirectory(path));
    }
    assertFalse(Files.exists(path));
  }

  @Test
  void aProgramThatIsStoppedLeavesNone() throws IOException, InterruptedException {
    Process program = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djava.io.tmpdir=" + place, "-cp", System.getProperty("java.class.path"),
        Filling.class.getName()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = program.inputReader()) {
      assertTrue(Files.isDirectory(Path.of(out.readLine())));
      Thread.sleep(200);
      program.destroy();
      assertTrue(program.waitFor(20, TimeUnit.SECONDS));
    } finally {
      program.destroyForcibly();
    }
    try (var left = Files.list(place)) {
      assertEquals(0, left.filter(path -> path.getFileName().toString().startsWith("carbonflow-"))
          .count());
    }
  }
}
