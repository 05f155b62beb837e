// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.SyntheticRows;
import io.carbonflow.model.explain.Attribution;
import io.carbonflow.model.explain.Shapley;
import io.carbonflow.model.regressor.Trees;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;

/// Where every column is a player of its own, our contributions are those of XGBoost.
class ContributionsTest {
  private static final Dataset ROWS = SyntheticRows.of(300, 8, 3);

  @Test
  void equalThoseOfXgboost() throws Exception {
    DMatrix data = data();
    Booster booster = XGBoost.train(data, Map.of("max_depth", 5, "eta", 0.1, "subsample", 0.8,
        "objective", "reg:squarederror", "nthread", 1, "seed", 1), 40, Map.of(), null, null);
    Trees trees = XgboostModel.read(booster.toByteArray("ubj"));
    float[][] theirs = booster.predictContrib(data, 0);
    List<Attribution> ours = new Shapley(IntStream.range(0, 8).toArray(), 8, new double[0][])
        .of(trees, ROWS.values());
    for (int i = 0; i < ROWS.rows(); i++) {
      for (int c = 0; c < 8; c++) {
        assertEquals(theirs[i][c], ours.get(i).amounts()[c], 1e-5);
      }
      assertEquals(theirs[i][8], ours.get(i).base(), 1e-5);
    }
    booster.dispose();
    data.dispose();
  }

  private static DMatrix data() throws Exception {
    float[] values = new float[ROWS.rows() * 8];
    float[] labels = new float[ROWS.rows()];
    for (int i = 0; i < ROWS.rows(); i++) {
      for (int c = 0; c < 8; c++) {
        values[i * 8 + c] = (float) ROWS.values()[i][c];
      }
      labels[i] = (float) ROWS.labels()[i];
    }
    DMatrix data = new DMatrix(values, ROWS.rows(), 8, Float.NaN);
    data.setLabel(labels);
    return data;
  }
}
