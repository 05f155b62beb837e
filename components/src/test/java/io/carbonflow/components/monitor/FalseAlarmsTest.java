// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.Bundles;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.model.building.CleanCsv;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Monitoring where nothing has changed: sample buildings dealt out by chance. Of 100 draws 5 may be
/// alarms; more than 13 are not to be explained by chance (binomial, p 0.0005).
class FalseAlarmsTest {
  private static final int DRAWS = 100;
  private static final double MOST = 0.13;
  private static final Workers WORKERS =
      new Workers(Runtime.getRuntime().availableProcessors());
  private final FalseAlarms alarms = new FalseAlarms(
      CleanCsv.read(Csv.read(SampleFiles.made("clean", "rows.csv"))), Bundles.sample(), WORKERS);

  @AfterAll
  static void close() {
    WORKERS.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 200})
  void inputs(int now) throws InterruptedException {
    FalseAlarms.Rates rates = alarms.inputs(200, now, DRAWS);
    assertTrue(rates.significant() <= MOST, rates::toString);
    assertTrue(rates.alarmed() <= rates.significant(), rates::toString);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 66})
  void scoresTypesAndPredictions(int now) throws InterruptedException {
    List<FalseAlarms.Rates> all = alarms.heldOut(66, now, DRAWS);
    for (FalseAlarms.Rates rates : all) {
      assertTrue(rates.significant() <= MOST, all::toString);
    }
  }

  /// A test that never alarms would pass the ones above.
  @Test
  void theyDoComeAboutAsOftenAsTheLevelSays() throws InterruptedException {
    double rate = alarms.inputs(200, 100, 3 * DRAWS).significant();
    assertTrue(rate > 0.01 && rate < 0.1, "rate " + rate);
  }
}
