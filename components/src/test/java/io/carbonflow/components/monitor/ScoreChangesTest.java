// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.components.evaluate.report.SmallReport;
import io.carbonflow.components.score.ScoredRows;
import org.junit.jupiter.api.Test;

/// What new scores are measured by.
class ScoreChangesTest {
  @Test
  void r2IsMeasuredByWhatIsPromisedAndNotByTheLuckOfTheRowsThatHaveChosen() throws InterruptedException {
    ScoredRows rows = SmallReport.rows("Hotel", "Office", "Hotel");
    try (Workers workers = new Workers(1)) {
      Alarms alarms = new Alarms(0.05, new Tolerance(""), workers);
      Change asMeasured = ScoreChanges.of(rows, rows.boxCox().r2(), rows, alarms).scores().getFirst();
      assertEquals(0, asMeasured.difference());
      Change promised = ScoreChanges.of(rows, rows.boxCox().r2() - 0.004, rows, alarms).scores().getFirst();
      assertEquals(rows.boxCox().r2() - 0.004, promised.before(), 1e-12);
      assertEquals(-0.004, promised.difference(), 1e-12);
      assertEquals(asMeasured.p(), promised.p());
    }
  }
}
