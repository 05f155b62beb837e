// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.model.regressor.Trees;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// The only place that calls XGBoost's native library. What it allocates there it frees.
final class NativeXgboost {
  private NativeXgboost() {}

  /// Boosts trees and takes them out of the library.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the library cannot be loaded: it unpacks itself to `java.io.tmpdir`
  /// @throws IllegalArgumentException if XGBoost refuses an option's value
  static Trees fit(Dataset train, int[] rows, Map<String, Object> options, int rounds) {
    try {
      DMatrix data = matrix(train, rows);
      try {
        label(data, train, rows);
        return fit(data, options, rounds);
      } finally {
        data.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalArgumentException("XGBoost refused " + options + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalStateException("XGBoost wrote a model that cannot be read", e);
    }
  }

  private static Trees fit(DMatrix data, Map<String, Object> options, int rounds)
      throws XGBoostError, IOException {
    Booster booster = XGBoost.train(data, options, rounds, Map.of(), null, null);
    try {
      var json = new ByteArrayInputStream(booster.toByteArray("json"));
      return XgboostModel.read(new InputStreamReader(json, StandardCharsets.UTF_8));
    } finally {
      booster.dispose();
    }
  }

  private static DMatrix matrix(Dataset train, int[] rows) throws XGBoostError {
    int width = train.columns().size();
    float[] values = new float[Math.multiplyExact(rows.length, width)];
    for (int i = 0; i < rows.length; i++) {
      double[] row = train.values()[rows[i]];
      for (int c = 0; c < width; c++) {
        values[i * width + c] = (float) row[c];
      }
    }
    try {
      return new DMatrix(values, rows.length, width, Float.NaN);
    } catch (LinkageError e) {
      throw NotLoaded.of(e);
    }
  }

  /// Gives the rows their labels. XGBoost refuses some, and then the matrix has to be freed.
  private static void label(DMatrix data, Dataset train, int[] rows) throws XGBoostError {
    float[] labels = new float[rows.length];
    float[] weights = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = (float) train.labels()[rows[i]];
      weights[i] = (float) train.weights()[rows[i]];
    }
    data.setLabel(labels);
    if (train.weighted()) {
      data.setWeight(weights);
    }
  }

  /// Loads the library, if it is not loaded yet.
  ///
  /// @throws io.carbonflow.base.fault.Problem if it cannot be
  static void load() {
    try {
      new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
    } catch (LinkageError e) {
      throw NotLoaded.of(e);
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost refuses a matrix of one number", e);
    }
  }
}
