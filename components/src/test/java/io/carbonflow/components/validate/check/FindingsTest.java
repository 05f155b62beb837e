// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.model.building.Severity;
import io.carbonflow.model.city.City;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Check ERROR = Checks.all().stream()
      .filter(check -> check.id().equals("impossible")).findFirst().orElseThrow();
  /// Up to 5% of a year's rows may have it.
  private static final Check WARNING = Checks.all().stream()
      .filter(check -> check.id().equals("fuels-sum")).findFirst().orElseThrow();
  private static final Violation BREACH = new Violation("Column", "1", "is wrong");
  private final Findings findings = new Findings(City.SEATTLE);

  private static RowLocation row(long line, boolean used) {
    return new RowLocation(2016, "b" + line, line, used);
  }

  /// Rows of 2016, of which some break the rule besides.
  private void rows(int broken, int whole) {
    for (int i = 0; i < whole; i++) {
      findings.add(WARNING, row(i, true), Optional.empty(), true);
    }
    for (int i = 0; i < broken; i++) {
      findings.add(WARNING, row(i, true), Optional.of(BREACH), true);
    }
  }

  @Test
  void allAreCountedAndTheFirstAreListed() {
    for (int line = 0; line < 100_000; line++) {
      findings.add(ERROR, row(line, true), BREACH);
    }
    CheckResult tally = findings.end().getFirst();
    assertEquals(100_000, tally.count());
    assertEquals(Findings.LISTED, tally.listed().size());
    assertEquals(0, tally.listed().getFirst().spot().line());
  }

  @Test
  void inARowThatNoModelSeesAnErrorIsAWarningAndHidesNone() {
    for (int line = 0; line < 1000; line++) {
      findings.add(ERROR, row(line, false), BREACH);
    }
    findings.add(ERROR, row(1000, true), BREACH);
    List<CheckResult> all = findings.end();
    assertEquals(List.of(Severity.ERROR, Severity.WARNING),
        all.stream().map(CheckResult::severity).toList());
    assertEquals(1000, all.getFirst().listed().getFirst().spot().line());
  }

  @Test
  void aPartOfTheYearsRowsThatIsTooLargeIsAnError() {
    rows(10, 150);
    CheckResult error = findings.end().getFirst();
    assertEquals(Severity.ERROR, error.severity());
    assertEquals("2016: 6.25% of 160 rows: electricity, gas and steam do not add up to the site"
        + " energy; up to 5% may be slips", error.listed().getFirst().text());
  }

  @Test
  void slipsAreWarnings() {
    rows(9, 0);
    assertEquals(List.of(Severity.WARNING),
        findings.end().stream().map(CheckResult::severity).toList());
    rows(10, 1000);
    assertEquals(List.of(Severity.WARNING),
        findings.end().stream().map(CheckResult::severity).toList());
  }
}
