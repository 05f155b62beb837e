// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.influence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.model.building.CleanCsv;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.explain.Contribution;
import io.carbonflow.model.explain.Explanation;
import io.carbonflow.model.feature.RowKey;
import org.junit.jupiter.api.Test;

class DependenceTest {
  private static final List<ModelRow> ROWS =
      CleanCsv.read(Csv.read(SampleFiles.made("clean", "rows.csv")));
  private static final List<ModelRow> TRAINING = ROWS.stream().filter(ModelRow::inTrain).toList();
  private static final List<ModelRow> SOME =
      ROWS.stream().filter(row -> !row.inTrain()).limit(20).toList();
  private static final Bundle MODEL = Bundle.load(SampleFiles.made("train-best", "model.carbonflow"));

  private static Dependence of(FeatureGroup feature) {
    return Dependence.of(feature, MODEL, TRAINING, SOME).orElseThrow();
  }

  @Test
  void largerBuildingsAndLessElectricityMeanMoreEmissions() {
    List<Dependence.Point> areas = of(FeatureGroup.FLOOR_AREA).points();
    assertEquals(11, areas.size());
    assertTrue(areas.getFirst().tonnes() < areas.getLast().tonnes());
    List<Dependence.Point> fuels = of(FeatureGroup.FUELS).points();
    assertTrue(fuels.getFirst().tonnes() > fuels.getLast().tonnes());
  }

  @Test
  void eachPointIsTheGeometricMeanOfWhatTheBundlePredictsOfTheVariedRows() {
    Dependence.Point point = of(FeatureGroup.AGE).points().get(3);
    double mean = SOME.stream().map(row -> Variation.age(row, point.value()))
        .mapToDouble(row -> MODEL.predict(new PredictionRows(
            List.of(row), List.of()), 0.9).predicted().getFirst().tonnes())
        .map(Math::log1p).average().orElseThrow();
    assertEquals(Math.expm1(mean), point.tonnes(), 1e-9);
  }

  @Test
  void categoriesComeInTheOrderOfTheirPredictions() {
    Dependence uses = of(FeatureGroup.USES);
    assertTrue(uses.hasCategories());
    for (int i = 1; i < uses.points().size(); i++) {
      assertTrue(uses.points().get(i - 1).tonnes() >= uses.points().get(i).tonnes());
      assertEquals(i, uses.points().get(i).value());
    }
  }

  @Test
  void thereIsNotOneOfWhatSaysLittleByItself() {
    assertTrue(Dependence.of(FeatureGroup.BUILDINGS, MODEL, TRAINING, SOME).isEmpty());
    assertTrue(Dependence.of(FeatureGroup.YEAR, MODEL, TRAINING, SOME).isEmpty());
  }

  @Test
  void importanceIsTheMeanOfHowFarAFeatureMovesThePredictionUpOrDown() {
    List<Importance> importances = Importance.of(List.of(
        explanation(0.5, -0.1), explanation(-0.3, -0.2)));
    assertEquals(List.of(FeatureGroup.FUELS, FeatureGroup.AGE),
        importances.stream().map(Importance::feature).toList());
    assertEquals(0.4, importances.getFirst().amount(), 1e-12);
    assertEquals(Math.exp(0.4), importances.getFirst().factor(), 1e-12);
  }

  private static Explanation explanation(double fuels, double age) {
    return new Explanation(new RowKey("1", 2015), 0, fuels + age, List.of(
        new Contribution(FeatureGroup.AGE, "", age, 0),
        new Contribution(FeatureGroup.FUELS, "", fuels, 0)));
  }
}
