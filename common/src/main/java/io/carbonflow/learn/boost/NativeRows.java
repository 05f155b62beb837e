// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import module java.base;
import io.carbonflow.learn.Dataset;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// Rows as XGBoost keeps them, with the bins that it sorts them into: made once and lent to one fit after the other.
/// A search fits hundreds of times to the rows of one fold before it comes to the next.
///
/// A matrix is lent to one thread at a time, for XGBoost does not say that two may fit to one. So there are as many
/// as fits run at a time, and those of other rows than were asked for last are freed.
final class NativeRows {
  private final Dataset train;
  private final Deque<Lent> idle = new ArrayDeque<>();
  private int[] rows = {};

  /// @param train all training rows
  NativeRows(Dataset train) {
    this.train = train;
  }

  /// A matrix, and the columns of which it has one value alone.
  record Lent(DMatrix data, TwoValuedColumns columns) {}

  /// What is made with a matrix.
  @FunctionalInterface
  interface Use<T> {
    T of(Lent rows) throws XGBoostError;
  }

  /// Lends the matrix of some rows.
  ///
  /// @throws XGBoostError if XGBoost refuses a label, a weight, or what the use asks for
  <T> T lend(int[] wanted, Use<T> use) throws XGBoostError {
    Optional<Lent> known = take(wanted);
    Lent lent = known.isPresent() ? known.get() : matrix(wanted);
    try {
      return use.of(lent);
    } finally {
      giveBack(wanted, lent);
    }
  }

  private synchronized Optional<Lent> take(int[] wanted) {
    if (!Arrays.equals(rows, wanted)) {
      idle.forEach(lent -> lent.data().dispose());
      idle.clear();
      rows = wanted;
    }
    return Optional.ofNullable(idle.poll());
  }

  private synchronized void giveBack(int[] of, Lent lent) {
    if (Arrays.equals(rows, of)) {
      idle.push(lent);
    } else {
      lent.data().dispose();
    }
  }

  private Lent matrix(int[] wanted) throws XGBoostError {
    int width = train.columns().size();
    float[] values = new float[Math.multiplyExact(wanted.length, width)];
    for (int i = 0; i < wanted.length; i++) {
      double[] row = train.values()[wanted[i]];
      for (int c = 0; c < width; c++) {
        values[i * width + c] = (float) row[c];
      }
    }
    TwoValuedColumns columns = TwoValuedColumns.of(values, width);
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.given(i % width, values[i]);
    }
    DMatrix data = NativeXgboost.matrix(values, wanted.length, width);
    try {
      label(data, wanted);
      return new Lent(data, columns);
    } catch (XGBoostError e) {
      data.dispose();
      throw e;
    }
  }

  private void label(DMatrix data, int[] wanted) throws XGBoostError {
    float[] labels = new float[wanted.length];
    float[] weights = new float[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      labels[i] = (float) train.labels()[wanted[i]];
      weights[i] = (float) train.weights()[wanted[i]];
    }
    data.setLabel(labels);
    if (train.weighted()) {
      data.setWeight(weights);
    }
  }
}
