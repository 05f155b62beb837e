// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

  @Test
  void withoutATerminalProgressIsALineAtEachTenth() {
    Console console = terminal(false).console("train-svm");
    for (int done = 0; done <= 20; done++) {
      console.progress("svm", done, 40, "best 0.8" + done % 2);
    }
    assertEquals("""
        svm 4/40, best 0.80
        svm 8/40, best 0.80
        svm 12/40, best 0.80
        svm 16/40, best 0.80
        svm 20/40, best 0.80
        """, shown());
  }

  @Test
  void onATerminalTheBarsOfSeveralTasksShareOneLine() {
    Terminal terminal = terminal(true);
    terminal.console("a").progress("svm", 6, 12, "");
    now += 200_000_000;
    terminal.console("b").progress("xgboost", 1, 12, "");
    assertEquals("\r\033[Ksvm ███░░░ 6/12"
        + "\r\033[Ksvm ███░░░ 6/12   xgboost ░░░░░░ 1/12", shown());
  }

  @Test
  void aBarIsNotDrawnMoreThanTenTimesASecond() {
    Console console = terminal(true).console("a");
    console.progress("svm", 1, 12, "");
    console.progress("svm", 2, 12, "");
    now += 100_000_000;
    console.progress("svm", 3, 12, "");
    assertEquals("\r\033[Ksvm ░░░░░░ 1/12\r\033[Ksvm █░░░░░ 3/12", shown());
  }

  @Test
  void aLineStandsAboveTheBarsAndAFinishedBarBecomesALine() {
    Terminal terminal = terminal(true);
    Console console = terminal.console("a");
    console.progress("svm", 1, 12, "");
    console.line("halfway");
    console.progress("svm", 12, 12, "best 0.85");
    assertEquals("\r\033[Ksvm ░░░░░░ 1/12"
        + "\r\033[Ka: halfway\n\r\033[Ksvm ░░░░░░ 1/12"
        + "\r\033[Ksvm 12/12, best 0.85\n", shown());
  }

  @Test
  void aLineThatWouldWrapIsCut() {
    terminal(true).console("a").progress("m".repeat(90), 1, 12, "");
    assertEquals("\r\033[K" + "m".repeat(78) + "…", shown());
  }
}
