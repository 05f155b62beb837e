// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private long now;

  private Terminal terminal(boolean interactive) {
    return new Terminal(
        new PrintStream(bytes, true, StandardCharsets.UTF_8), interactive, () -> now);
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void aLineIsMarkedWithItsTask() {
    terminal(false).console("merge").line("6716 rows");
    assertEquals("merge: 6716 rows\n", shown());
  }

  private Terminal terminal(Screen screen, boolean quiet) {
    return new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), screen, quiet, () -> now);
  }

  private void seconds(long more) {
    now += more * 1_000_000_000;
  }

  @Test
  void withoutATerminalProgressIsALineAtEachTenth() {
    Console console = terminal(false).console("train-svm");
    for (int done = 0; done <= 20; done++) {
      console.progress("svm", "fits", done, 40, "best 0.8" + done % 2);
      seconds(1);
    }
    assertEquals("""
        svm 4/40 fits, 4 s, about 36 s left, best 0.80
        svm 8/40 fits, 8 s, about 32 s left, best 0.80
        svm 12/40 fits, 12 s, about 28 s left, best 0.80
        svm 16/40 fits, 16 s, about 24 s left, best 0.80
        svm 20/40 fits, 20 s, about 20 s left, best 0.80
        """, shown());
  }

  @Test
  void whatIsLeftIsTakenFromWhatWasDoneSinceTheClockStarted() {
    Console console = terminal(false).console("a");
    console.progress("svm", 10, 100, "");
    seconds(10);
    console.progress("svm", 20, 100, "");
    assertEquals("svm 10/100, 0 s\nsvm 20/100, 10 s, about 1 min 20 s left\n", shown());
  }

  @Test
  void onATerminalEachSearchHasALineThatIsRedrawn() {
    Terminal terminal = terminal(true);
    terminal.console("a").progress("svm", "fits", 6, 12, "");
    seconds(2);
    terminal.console("b").progress("xgboost", "fits", 1, 12, "");
    assertEquals("svm           ███░░░ 6/12 fits, 0 s\r\033[K"
        + "svm           ███░░░ 6/12 fits, 0 s\nxgboost       ░░░░░░ 1/12 fits, 0 s", shown());
    bytes.reset();
    seconds(3);
    terminal.console("a").progress("svm", "fits", 12, 12, "R² 0.85");
    assertEquals("\r\033[K\033[A\r\033[Ksvm 12/12 fits, 5 s, R² 0.85\n"
        + "xgboost       ░░░░░░ 1/12 fits, 0 s", shown());
  }

  @Test
  void twoTasksThatCallTheirWorkTheSameHaveALineEach() {
    Terminal terminal = terminal(true);
    terminal.console("shard-0").progress("svm", 6, 12, "");
    seconds(1);
    terminal.console("shard-1").progress("svm", 3, 12, "");
    assertTrue(shown().endsWith("svm           ███░░░ 6/12, 0 s\nsvm           █░░░░░ 3/12, 0 s"), shown());
  }

  @Test
  void aBarIsNotDrawnMoreThanTenTimesASecond() {
    Console console = terminal(true).console("a");
    console.progress("svm", 1, 12, "");
    console.progress("svm", 2, 12, "");
    assertEquals("svm           ░░░░░░ 1/12, 0 s", shown());
    now += 100_000_000;
    console.progress("svm", 3, 12, "");
    assertTrue(shown().contains(" 3/12"), shown());
    assertFalse(shown().contains(" 2/12"), shown());
  }

  @Test
  void aLineStandsAboveTheBarsAndAFinishedBarBecomesALine() {
    Terminal terminal = terminal(true);
    Console console = terminal.console("a");
    console.progress("svm", 1, 12, "");
    console.line("halfway");
    console.progress("svm", 12, 12, "best 0.85");
    assertEquals("svm           ░░░░░░ 1/12, 0 s\r\033[Ka: halfway\nsvm           ░░░░░░ 1/12, 0 s"
        + "\r\033[Ksvm 12/12, 0 s, best 0.85\n", shown());
  }

  @Test
  void aLineThatWouldWrapIsCut() {
    terminal(new Screen(true, 60, false), false).console("a").progress("m".repeat(90), 1, 12, "");
    assertEquals("m".repeat(58) + "…", shown());
  }

  @Test
  void whoIsQuietShowsWarningsOnly() {
    Console console = terminal(new Screen(true, 80, false), true).console("merge");
    console.line("6716 rows");
    console.progress("svm", 12, 12, "");
    console.warn("a column is not known");
    assertEquals("merge: a column is not known\n", shown());
  }

  @Test
  void aWarningIsYellowWhereThereAreColors() {
    terminal(new Screen(true, 80, true), false).console("merge").warn("look");
    assertEquals("\033[33mmerge: look\033[0m\n", shown());
  }

  @Test
  void afterItsEndNothingIsShown() {
    Terminal terminal = terminal(true);
    Console console = terminal.console("a");
    console.progress("svm", 1, 12, "");
    terminal.end(List.of("interrupted"));
    console.line("late");
    console.progress("svm", 12, 12, "");
    assertEquals("svm           ░░░░░░ 1/12, 0 s\r\033[Kinterrupted\n", shown());
  }
}
