// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.learn.Folds;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.CleanCsv;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.FuelMix;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.RowKey;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final List<ModelRow> ROWS =
      CleanCsv.read(Csv.read(SampleFiles.made("clean", "rows.csv")));

  /// A row of the samples as one of another building, type, size and amount.
  static ModelRow row(String building, int year, String type, double area, double tonnes) {
    ModelRow any = ROWS.getFirst();
    Map<Category, String> categories = new EnumMap<>(any.categories());
    categories.put(Category.PRIMARY_TYPE, type);
    return new ModelRow(new RowKey(building, year), true, tonnes, any.siteEnergy(), area,
        any.features(), categories, any.uses());
  }

  private static double boxCox(double tonnes) {
    return (Math.pow(tonnes + 1, -0.1) - 1) / -0.1;
  }

  @Test
  void theMeanOfATypeIsThatOfItsRowsOnTheBoxCoxScaleAndOfAnUnknownTypeThatOfAll() {
    List<ModelRow> training = List.of(row("1", 2015, "Hotel", 1000, 100),
        row("2", 2015, "Hotel", 5000, 300), row("3", 2015, "Office", 1000, 10));
    var fitted = Baseline.MEAN_BY_TYPE.fit(training, YearFactors.REFERENCE);
    assertEquals((boxCox(100) + boxCox(300)) / 2,
        fitted.applyAsDouble(row("4", 2015, "Hotel", 9, 0)), 1e-12);
    assertEquals((boxCox(100) + boxCox(300) + boxCox(10)) / 3,
        fitted.applyAsDouble(row("4", 2015, "School", 9, 0)), 1e-12);
  }

  @Test
  void theLineGoesThroughRowsThatLieOnParallelLines() {
    // Box-Cox values of 2 + log area for hotels and 1 + log area for offices, converted back to tonnes.
    List<ModelRow> training = List.of(line("1", "Hotel", 2, 2), line("2", "Hotel", 3, 2),
        line("3", "Office", 2, 1), line("4", "Office", 4, 1));
    var fitted = Baseline.LINE_BY_TYPE.fit(training, YearFactors.REFERENCE);
    assertEquals(2 + 2.5, fitted.applyAsDouble(line("5", "Hotel", 2.5, 0)), 1e-9);
    assertEquals(1 + 5, fitted.applyAsDouble(line("5", "Office", 5, 0)), 1e-9);
  }

  private static ModelRow line(String building, String type, double logArea, double height) {
    double tonnes = Math.pow(1 - 0.1 * (height + logArea), -10) - 1;
    return row(building, 2015, type, Math.exp(logArea), tonnes);
  }

  @Test
  void whereAllBuildingsOfATypeAreOfOneSizeTheLineIsTheMean() {
    List<ModelRow> training =
        List.of(row("1", 2015, "Hotel", 1000, 100), row("2", 2015, "Hotel", 1000, 300));
    assertEquals((boxCox(100) + boxCox(300)) / 2,
        Baseline.LINE_BY_TYPE.fit(training, YearFactors.REFERENCE)
            .applyAsDouble(row("3", 2015, "Hotel", 1000, 0)), 1e-12);
  }

  @Test
  void onTheSampleTablesTheFactorsAreNearlyExactAndTheLineIsAboveTheMean() {
    List<ModelRow> training = ROWS.stream().filter(ModelRow::inTrain).toList();
    List<ModelRow> heldOut = ROWS.stream().filter(row -> !row.inTrain()).toList();
    Folds folds = Folds.of(
        training.stream().map(row -> row.key().building()).toList(), 3, 0);
    List<BaselineScores> scores = BaselineScores.of(training, heldOut, folds, YearFactors.REFERENCE);
    assertEquals(List.of(Baseline.values()), scores.stream().map(BaselineScores::baseline).toList());
    assertTrue(scores.get(2).boxCox().r2() > 0.98, scores.get(2).toString());
    assertTrue(scores.get(1).boxCox().r2() > scores.get(0).boxCox().r2());
    scores.forEach(one -> {
      assertEquals(3, one.foldR2().size());
      assertEquals(heldOut.size(), one.rows());
    });
  }

  @Test
  void theFormulaTakesTheFactorsOfTheYear() {
    FuelFactors clean = new FuelFactors(2.3e-6, 5.311e-5, 7.7187e-5);
    YearFactors factors = YearFactors.REFERENCE.given(2019, clean);
    var fitted = Baseline.EMISSION_FACTORS.fit(List.of(), factors);
    ModelRow any = ROWS.getFirst();
    ModelRow later = row("1", 2019, "Hotel", 1000, 5);
    assertEquals(boxCox(any.siteEnergy() * any.emissionFactor()),
        fitted.applyAsDouble(row("1", 2016, "Hotel", 1000, 5)), 1e-9);
    assertEquals(boxCox(any.siteEnergy() * clean.of(FuelMix.of(any))), fitted.applyAsDouble(later), 1e-9);
  }

  @Test
  void withoutMetersThereIsNoFormula() {
    List<ModelRow> rows = ROWS.stream().map(row -> new ModelRow(row.key(), row.inTrain(),
        row.tonnes(), Double.NaN, row.area(), row.features(), row.categories(), row.uses()))
        .toList();
    List<ModelRow> training = rows.stream().filter(ModelRow::inTrain).toList();
    Folds folds = Folds.of(
        training.stream().map(row -> row.key().building()).toList(), 2, 0);
    List<BaselineScores> scores = BaselineScores.of(
        training, rows.stream().filter(row -> !row.inTrain()).toList(), folds, YearFactors.REFERENCE);
    assertFalse(
        scores.stream().anyMatch(one -> one.baseline() == Baseline.EMISSION_FACTORS));
    assertEquals(2, scores.size());
  }
}
