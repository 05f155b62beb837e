// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import io.carbonflow.model.regressor.Kernel;

/// The inner products of all pairs of rows of a matrix, computed once. Every kernel follows from
/// them: a squared distance is `⟨a, a⟩ + ⟨b, b⟩ − 2⟨a, b⟩`, as in libsvm.
final class GramMatrix {
  /// Row i holds its products with rows 0 to i.
  private final double[][] lower;

  /// The product of each row with itself.
  private final double[] squares;

  GramMatrix(double[][] rows) {
    double[][] columns = transposed(rows);
    lower = new double[rows.length][];
    squares = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      double[] products = new double[i + 1];
      // Sums grow column by column: this order the compiler turns into vector instructions.
      for (int c = 0; c < columns.length; c++) {
        double[] column = columns[c];
        double value = rows[i][c];
        for (int j = 0; j <= i; j++) {
          products[j] += value * column[j];
        }
      }
      lower[i] = products;
      squares[i] = products[i];
    }
  }

  /// The kernels of one row with others.
  ///
  /// @param count how many of the others are asked for
  /// @param result receives the kernels
  void kernels(Kernel kernel, int row, int[] others, int count, double[] result) {
    for (int j = 0; j < count; j++) {
      int other = others[j];
      result[j] = other < row ? lower[row][other] : lower[other][row];
    }
    double square = squares[row];
    for (int j = 0; j < count; j++) {
      double distance = square + squares[others[j]] - 2 * result[j];
      result[j] = kernel.of(result[j], distance);
    }
  }

  private static double[][] transposed(double[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    double[][] columns = new double[width][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < width; c++) {
        columns[c][i] = rows[i][c];
      }
    }
    return columns;
  }
}
