// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.Bundles;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.CleanCsv;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.FuelMix;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Split;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.feature.RowKey;
import org.junit.jupiter.api.Test;

/// Two models on the sample rows.
class ComparisonTest {
  private final List<ModelRow> rows = CleanCsv.read(Csv.read(SampleFiles.made("clean", "rows.csv")));
  private final Bundle model = Bundles.sample();
  private final Bundle weak = Bundles.weak();

  @Test
  void withOneSplitAllHeldOutRowsAreCompared() {
    Comparison both = Comparison.of(model, weak, rows).orElseThrow();
    assertEquals(rows.stream().filter(row -> !row.inTrain()).map(ModelRow::key).toList(),
        both.challenger().rows().stream().map(ModelRow::key).toList());
    assertEquals(both.challenger().boxCox().r2() - both.champion().boxCox().r2(),
        both.difference());
    assertTrue(both.difference() > 0.05, "" + both.difference());
    assertEquals(-both.difference(),
        Comparison.of(weak, model, rows).orElseThrow().difference());
  }

  /// Rows of a year that only the new model was trained on are no proof against the published one.
  @Test
  void ofAYearWhoseFactorsOnlyTheNewModelKnowsBothHaveThese() {
    FuelFactors clean = new FuelFactors(2.3e-6, 5.311e-5, 7.7187e-5);
    List<ModelRow> of2019 = rows.stream().filter(row -> row.key().year() == 2016).map(row -> new ModelRow(
        new RowKey(row.key().building(), 2019), row.inTrain(), row.siteEnergy() * clean.of(FuelMix.of(row)),
        row.siteEnergy(), row.area(), row.features(), row.categories(), row.uses())).toList();
    assertEquals(0, Comparison.of(model.withFactors(2019, clean), model, of2019).orElseThrow().difference());
    assertTrue(Comparison.of(model, model.withFactors(2019, clean), of2019).orElseThrow().difference() < -0.01,
        "whoever does not know them is worse");
  }

  @Test
  void withTwoSplitsOnlyRowsThatAreHeldOutFromBothAreCompared() {
    Comparison both =
        Comparison.of(model, Bundles.withSplitSeed(weak, 1), rows).orElseThrow();
    assertTrue(both.buildings() > 20 && both.buildings() < 60, "" + both.buildings());
    for (ModelRow row : both.challenger().rows()) {
      assertFalse(Split.inTrain(row.key().building(), 0));
      assertFalse(Split.inTrain(row.key().building(), 1));
    }
  }

  @Test
  void whereAllRowsAreOfTrainingBuildingsThereIsNothingToCompare() {
    assertTrue(Comparison.of(model, weak, rows.stream().filter(ModelRow::inTrain).toList())
        .isEmpty());
  }

  /// The jackknife by its definition: all scores computed again without each building.
  @Test
  void theStandardErrorIsThatOfLeavingOutEachBuilding() {
    Comparison both = Comparison.of(model, weak, rows).orElseThrow();
    List<ModelRow> all = both.challenger().rows();
    double[] without = all.stream().map(row -> row.key().building()).distinct()
        .mapToDouble(building -> {
          List<ModelRow> rest =
              all.stream().filter(row -> !row.key().building().equals(building)).toList();
          return ScoredRows.of(model, rest).boxCox().r2() - ScoredRows.of(weak, rest).boxCox().r2();
        }).toArray();
    double mean = Arrays.stream(without).average().orElseThrow();
    double squares = Arrays.stream(without).map(d -> (d - mean) * (d - mean)).sum();
    assertEquals(Math.sqrt(squares * (without.length - 1) / without.length),
        both.standardError(), 1e-9);
    assertEquals(0, Comparison.of(model, model, rows).orElseThrow().standardError());
  }
}
