// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import io.carbonflow.model.feature.Matrix;

/// Whether any training row is like a row, asked for many rows. Most rows are like several training rows, and some
/// training rows are like very many, so those that were found come forward in the order of the search. What it finds
/// depends on no other row.
final class LikeRows {
  /// The square of a distance that is not above the limit is not above that of the limit times this.
  private static final double ABOVE_ROUNDING = 1 + 1e-9;

  private final double far;
  private final double[][] order;

  LikeRows(TrainingRows training) {
    far = training.far();
    order = training.rows().clone();
  }

  /// Whether one is.
  boolean hasOneLike(double[] row) {
    double limit = far * far * ABOVE_ROUNDING;
    for (int i = 0; i < order.length; i++) {
      if (TrainingRows.squares(order[i], row, limit) <= limit && Matrix.distance(row, order[i]) <= far) {
        bringForward(i);
        return true;
      }
    }
    return false;
  }

  private void bringForward(int found) {
    int before = found / 2;
    double[] one = order[found];
    order[found] = order[before];
    order[before] = one;
  }
}
