// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.SyntheticRows;
import io.carbonflow.model.regressor.StoredRegressor;
import io.carbonflow.model.regressor.Trees;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoValuedColumnsTest {
  /// In larger nodes no two columns part the rows alike, where rounding would decide between them.
  private static final Hyperparameters CHOSEN = new Hyperparameters(Map.of(
      "rounds", 40L, "learning_rate", 0.2, "max_depth", 5L, "boosters", 1L, "base_score", 0.5,
      "min_child_weight", 6L));

  /// Columns of an own kind, one after the other: a row each.
  private static TwoValuedColumns of(float[]... columns) {
    float[] values = new float[columns.length * columns[0].length];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns[i % columns.length][i / columns.length];
    }
    return TwoValuedColumns.of(values, columns.length);
  }

  @Test
  void theCommonerOfTwoValuesIsMissing() {
    var columns = of(new float[] {-0.2f, -0.2f, 4.5f}, new float[] {1, 0, 1}, new float[] {0, 0, 7});
    assertEquals(Float.NaN, columns.given(0, -0.2f));
    assertEquals(4.5f, columns.given(0, 4.5f));
    assertEquals(Float.NaN, columns.given(1, 1));
    assertEquals(0, columns.given(1, 0));
    assertEquals(7, columns.greater(2));
    assertEquals(1, columns.greater(1));
  }

  @Test
  void ofOneValueOrThreeNothingIsMissing() {
    var columns = of(new float[] {3, 3, 3, 3}, new float[] {0, 1, 0, 2}, new float[] {0, -0f, 0, -0f});
    for (int column = 0; column < 3; column++) {
      assertFalse(columns.has(column), "column " + column);
      assertEquals(3, columns.given(column, 3));
      assertEquals(0, columns.given(column, 0));
    }
    assertFalse(TwoValuedColumns.NONE.has(0));
  }

  @Test
  void theCommonerValueGoesWhereMissingOnesGo() {
    var columns = of(new float[] {0, 0, 1}, new float[] {0, 1, 1});
    assertTrue(columns.has(0) && columns.has(1));
    assertTrue(columns.goesLeft(0, columns.lesser(0), 9, true));
    assertFalse(columns.goesLeft(0, columns.lesser(0), 9, false));
    assertTrue(columns.goesLeft(0, columns.greater(0), 9, false));
    assertFalse(columns.goesLeft(0, columns.greater(0), 1, true));
    assertTrue(columns.goesLeft(1, columns.lesser(1), 0.5f, false));
    assertFalse(columns.goesLeft(1, columns.greater(1), 0.5f, false));
    assertTrue(columns.goesLeft(1, columns.greater(1), 0, true));
  }

  @Test
  void aNodeThatLeadsBothValuesToOneSideIsLeftOut() {
    String model = """
        {"learner": {"gradient_booster": {"model": {"trees": [
          {"left_children": [1, -1, -1], "right_children": [2, -1, -1], "split_conditions": [9, 2, 3],
           "split_indices": [0, 0, 0], "default_left": [%d, 0, 0], "sum_hessian": [5, 5, 0]}]}},
          "learner_model_param": {"base_score": "0"}}}""";
    var columns = of(new float[] {0, 0, 1});
    Trees alone = XgboostModel.read(UbjsonOf.json(model.formatted(1)), columns);
    assertArrayEquals(new double[] {2}, alone.threshold());
    Trees swapped = XgboostModel.read(UbjsonOf.json(model.formatted(0)), columns);
    assertEquals(3, swapped.predict(new double[] {0}));
    assertEquals(2, swapped.predict(new double[] {1}));
  }

  @ParameterizedTest
  @CsvSource({"subsample, 1, false", "subsample, 0.6, false", "colsample_bytree, 0.5, true",
      "colsample_bylevel, 0.5, false", "gamma, 0.05, true", "lambda, 0, false", "alpha, 0.4, true",
      "max_depth, 9, true"})
  void treesAreThoseThatXgboostGrowsOfAllValues(String name, double value, boolean weighted) throws Exception {
    Dataset rows = rows(weighted);
    int[] all = SyntheticRows.range(0, rows.rows());
    Hyperparameters chosen =
        CHOSEN.with(name, name.equals("max_depth") ? (Object) (long) value : (Object) value);
    Trees ours = (Trees) new GradientBoosting().prepare(rows).fit(chosen, all, 3);
    Trees theirs = fittedToAllValues(rows, BoosterOptions.of(chosen, 0.5, 3));
    assertTrue(Arrays.stream(ours.feature()).filter(feature -> feature >= 3).count() > 20);
    assertArrayEquals(StoredRegressor.bytes(theirs), StoredRegressor.bytes(ours));
  }

  /// Three columns of many values, and three of two: the lesser one commoner, the greater one, both as common.
  private static Dataset rows(boolean weighted) {
    Dataset plain = SyntheticRows.of(400, 6, 5);
    double[][] values = plain.values();
    double[] labels = plain.labels();
    double[] weights = plain.weights().clone();
    for (int i = 0; i < values.length; i++) {
      values[i][3] = values[i][3] > 1 ? 2.1 : -0.3;
      values[i][4] = values[i][4] > -1 ? 0.4 : -1.7;
      labels[i] += 0.7 * values[i][3] * values[i][0] + values[i][4];
      weights[i] = weighted ? 0.5 + i % 7 : 1;
    }
    return new Dataset("two", plain.columns(), values, labels, weights, plain.groups(), plain.rowNames(),
        plain.target());
  }

  private static Trees fittedToAllValues(Dataset rows, Map<String, Object> options) throws Exception {
    float[] values = new float[rows.rows() * 6];
    float[] labels = new float[rows.rows()];
    float[] weights = new float[rows.rows()];
    for (int i = 0; i < labels.length; i++) {
      for (int c = 0; c < 6; c++) {
        values[i * 6 + c] = (float) rows.values()[i][c];
      }
      labels[i] = (float) rows.labels()[i];
      weights[i] = (float) rows.weights()[i];
    }
    DMatrix data = new DMatrix(values, labels.length, 6, Float.NaN);
    data.setLabel(labels);
    if (rows.weighted()) {
      data.setWeight(weights);
    }
    Booster booster = XGBoost.train(data, options, 40, Map.of(), null, null);
    try {
      return XgboostModel.read(booster.toByteArray("ubj"));
    } finally {
      booster.dispose();
      data.dispose();
    }
  }
}
