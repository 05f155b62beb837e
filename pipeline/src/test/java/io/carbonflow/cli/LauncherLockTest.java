// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;
import io.carbonflow.cli.LauncherHome.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts of a checkout that is not built, at once.
class LauncherLockTest {
  private static final String WAITS = "carbonflow: another start is building here; waiting for its end\n";
  @TempDir Path folder;
  private LauncherHome home;

  @BeforeEach
  void aCheckout() throws Exception {
    home = new LauncherHome(folder.resolve("home")).checkout();
    home.jdk("b-25", "25");
  }

  @Test
  void theSecondWaitsForTheBuildOfTheFirst() throws Exception {
    oneWaitsForTheOther(Map.of());
  }

  @Test
  void itDoesSoWhereThereIsNoFlock() throws Exception {
    oneWaitsForTheOther(Map.of("PATH", home.leanPath()));
    assertFalse(Files.exists(home.path("target/program/owner"), LinkOption.NOFOLLOW_LINKS));
  }

  private void oneWaitsForTheOther(Map<String, String> variables) throws Exception {
    Path slow = Files.createFile(home.path("slow"));
    Process first = home.start(variables, "merge").redirectErrorStream(true).start();
    BufferedReader of = first.inputReader();
    assertEquals("carbonflow: building (only what has changed)", of.readLine());
    Process second = home.start(variables, "merge").redirectErrorStream(true).start();
    BufferedReader waits = second.inputReader();
    assertEquals(WAITS.strip(), waits.readLine());
    Files.delete(slow);
    assertTrue(waits.readLine().startsWith("b-25 passive"));
    assertEquals(0, second.waitFor());
    assertEquals(0, first.waitFor());
    assertEquals("package\ncache b-25\n", home.made());
  }

  @Test
  void theLockOfAProcessThatIsNoMoreIsTaken() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.createDirectories(home.path("target/program"));
    Files.createSymbolicLink(home.path("target/program/owner"), Path.of(Long.toString(gone.pid())));
    Outcome outcome = home.run(Map.of("PATH", home.leanPath()), "merge");
    assertEquals(0, outcome.exit(), outcome.out());
    assertFalse(outcome.out().contains("waiting"), outcome.out());
  }

  @Test
  void aBuildThatFailsLetsTheNextOneTry() throws Exception {
    home.run(Map.of(), "merge");
    Thread.sleep(20);
    Files.writeString(home.path("model/src/main/A.java"), "class");
    Path wrong = Files.createFile(home.path("wrong"));
    Map<String, String> variables = Map.of("PATH", home.leanPath());
    assertEquals(1, home.run(variables, "merge").exit());
    Files.delete(wrong);
    assertEquals(0, home.run(variables, "merge").exit());
  }

  @Test
  void someoneWhoMayNotBuildLearnsWhoMay() throws Exception {
    assumeTrue(home.path("model").toFile().setWritable(false) && !Files.isWritable(home.path("model")),
        "this user may write everywhere");
    assertTrue(home.path("").toFile().setWritable(false));
    Outcome outcome = home.run(Map.of(), "merge");
    assertTrue(home.path("").toFile().setWritable(true));
    assertEquals(1, outcome.exit());
    assertTrue(outcome.out().endsWith("cannot be written; have its owner start ./carbonflow --version\n"), outcome.out());
  }
}
