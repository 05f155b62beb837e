// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

/// A fitted model as plain data: predicts the label of one prepared row. Immutable, and safe to use
/// from many threads; arrays handed to a model are not copied and must not be changed afterwards.
public sealed interface Regressor permits SupportVectors, Trees, Mean {

  /// The predicted label.
  ///
  /// @param row the prepared features, in the order of the matrix the model was fitted to; finite
  /// @throws IndexOutOfBoundsException if the row is shorter than [#width]
  double predict(double[] row);

  /// The number of columns a row must have at least; a bundle checks it against its features.
  int width();

  /// The predicted labels of many rows.
  default double[] predict(double[][] rows) {
    double[] labels = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = predict(rows[i]);
    }
    return labels;
  }
}
