// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A training in a folder that holds somebody's own files.
class OutputFolderTest {
  @TempDir Path folder;

  private Path own(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "my own");
  }

  @Test
  void isWrongUseAndNamesTheFilesAndTheWayOn() throws IOException {
    List<Path> files = List.of(own("plots/p.png"), own("report.html"), own("thesis.txt"));
    CarbonflowProgram.run("run", "training", "--data-2015=" + CarbonflowProgram.DATA_2015,
        "--data-2016=" + CarbonflowProgram.DATA_2016, "--output=" + folder).fails(2, "carbonflow run training",
        "holds plots, report.html, which are of no run", "--output", "--replace");
    for (Path file : files) {
      assertEquals("my own", Files.readString(file));
    }
    assertEquals(3, folder.toFile().list().length);
  }

  @Test
  void theHelpSaysWhereRunsLie() {
    String help = CarbonflowProgram.run("run", "training", "--help").ok().out().replaceAll("\\s+", " ");
    assertTrue(help.contains("runs/ and the pipeline's name; the last ten earlier runs stay next to it"), help);
    assertTrue(help.contains("--replace"), help);
  }
}
