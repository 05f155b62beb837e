// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.file.SharedFolder;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.train.TrainingData;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.forest.RandomForest;
import io.carbonflow.model.building.CleanTable;
import io.carbonflow.model.building.MergeTables;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.transform.Transformer;
import org.junit.jupiter.api.Test;

/// Seattle's 2016 from its 2015, by a random forest; the tables are beside the checkout, and it is
/// skipped where they do not. How whole trainings do is measured by `bench/run baselines`.
class RealNextYearTest {
  private static final Hyperparameters CHOSEN =
      new Hyperparameters(Map.of("mtry", 0.4, "node_size", 5L, "trees", 100L));

  private static NextYear.Part seen(FeatureSet features) throws InterruptedException {
    Path data = SharedFolder.part("data");
    List<ModelRow> rows = CleanTable.of(MergeTables.of(Stream.of("2015", "2016")
        .map(year -> Csv.read(data.resolve(year + "-building-energy-benchmarking.csv")))
        .toList(), 0)).rows();
    return Backtest.of(rows, before -> Transformer.fit(features, before, Place.of("real tables")),
        RealNextYearTest::forest).orElseThrow().newest().seen().orElseThrow();
  }

  private static Regressor forest(Matrix train) {
    return new RandomForest().prepare(TrainingData.of(train)).fit(
        CHOSEN, IntStream.range(0, train.rows()).toArray(), 1);
  }

  /// Above .95 for a reason: the building's own emissions of the year before are known.
  @Test
  void withMetersTheModelAndLastYearsResidualAreBest() throws InterruptedException {
    NextYear.Part seen = seen(FeatureSet.METERED);
    NextYear.Way known = seen.residual().orElseThrow();
    NextYear.Way last = seen.lastYear().orElseThrow();
    assertTrue(known.boxCox().r2() >= 0.96, known.toString());
    assertTrue(known.tonnes().mae() <= 14, known.toString());
    assertEquals(1, known.total(), 0.05);
    assertTrue(known.boxCox().r2() > last.boxCox().r2(), last.toString());
    assertTrue(known.boxCox().r2() > seen.model().boxCox().r2(), seen.model().toString());
  }

  @Test
  void withoutThemLastYearsTonnesAreFarBetterThanAnyModel() throws InterruptedException {
    NextYear.Part seen = seen(FeatureSet.UNMETERED);
    assertTrue(seen.residual().isEmpty());
    assertTrue(seen.lastYear().orElseThrow().boxCox().r2() > seen.model().boxCox().r2() + 0.1);
  }
}
