// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Standard output on a device that takes nothing, as a full disk is.
class FullDeviceTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path full;

  @BeforeEach
  void aDeviceOfItsOwn() throws IOException, InterruptedException {
    full = folder.resolve("full");
    int made;
    try {
      made = new ProcessBuilder("mknod", full.toString(), "c", "1", "7").redirectErrorStream(true)
          .redirectOutput(folder.resolve("mknod.log").toFile()).start().waitFor();
    } catch (IOException e) {
      Assumptions.abort("skipped: there is no mknod here");
      throw e;
    }
    Assumptions.assumeTrue(made == 0, "skipped: mknod is not permitted here");
    try (var out = new FileOutputStream(full.toFile())) {
      out.write(1);
      Assumptions.abort("skipped: the device is none here");
    } catch (IOException e) {
      Assumptions.assumeTrue(e.getMessage().contains("space"), "skipped: devices cannot be opened here");
    }
  }

  private int run(String... args) throws IOException {
    try (var out = new PrintStream(new FileOutputStream(full.toFile()), false, StandardCharsets.UTF_8);
        var errors = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      return StepMain.execute(new CountWords(), new Streams(out, errors), args);
    }
  }

  @Test
  void helpThatNobodySeesIsAFailure() throws IOException {
    assertEquals(Commands.FAILED, run("--help"));
    assertEquals("count-words: standard output: cannot be written; see where it leads: its disk may be"
        + " full, or who reads it has ended", err.toString(StandardCharsets.UTF_8).strip());
  }

  @Test
  void aResultThatNobodySeesIsAFailure() throws IOException {
    Path text = Files.writeString(folder.resolve("text.txt"), "One two two three");
    assertEquals(Commands.FAILED,
        run("--text=" + text, "--words=" + folder.resolve("words.txt")));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("standard output: cannot be written"));
  }

  @Test
  void whatIsShownNowhereNeedsNoStandardOutput() throws IOException {
    Path text = Files.writeString(folder.resolve("text.txt"), "One two two three");
    assertEquals(Commands.OK, run("--text=" + text, "--words=" + folder.resolve("words.txt"),
        "--number=" + folder.resolve("number")), err.toString(StandardCharsets.UTF_8));
  }
}
