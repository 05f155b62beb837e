// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import module java.base;
import io.carbonflow.model.regressor.Trees;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// The only place that calls XGBoost's native library, beside [NativeRows]. What it allocates there it frees.
final class NativeXgboost {
  private NativeXgboost() {}

  /// Boosts trees and takes them out of the library.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the library cannot be loaded: it unpacks itself to `java.io.tmpdir`
  /// @throws IllegalArgumentException if XGBoost refuses an option's value
  static Trees fit(NativeRows matrices, int[] rows, Map<String, Object> options, int rounds) {
    try {
      return matrices.lend(rows, lent -> fit(lent, options, rounds));
    } catch (XGBoostError e) {
      throw new IllegalArgumentException("XGBoost refused " + options + ": " + e.getMessage(), e);
    }
  }

  private static Trees fit(NativeRows.Lent rows, Map<String, Object> options, int rounds) throws XGBoostError {
    Booster booster = XGBoost.train(rows.data(), options, rounds, Map.of(), null, null);
    try {
      return XgboostModel.read(booster.toByteArray("ubj"), rows.columns());
    } finally {
      booster.dispose();
    }
  }

  /// A matrix, a row after the other.
  ///
  /// @throws io.carbonflow.base.fault.Problem if the library cannot be loaded
  static DMatrix matrix(float[] values, int rows, int width) throws XGBoostError {
    try {
      return new DMatrix(values, rows, width, Float.NaN);
    } catch (LinkageError e) {
      throw NotLoaded.of(e);
    }
  }

  /// Loads the library, if it is not loaded yet.
  ///
  /// @throws io.carbonflow.base.fault.Problem if it cannot be
  static void load() {
    try {
      matrix(new float[] {0}, 1, 1).dispose();
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost refuses a matrix of one number", e);
    }
  }
}
