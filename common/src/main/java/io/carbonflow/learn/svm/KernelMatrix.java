// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import io.carbonflow.model.regressor.Kernel;

/// The kernels of all pairs of the rows of one fit. Single precision, as in libsvm: the solver
/// reads two rows an iteration, and its speed is that of the memory.
final class KernelMatrix {
  /// How many rows are mirrored at a time, so that what is written stays in the cache.
  private static final int BLOCK = 16;

  /// Powers beyond this are cut off: sums stay finite, and a hopeless choice just scores badly.
  private static final double LARGEST = 1e30;

  private KernelMatrix() {}

  /// Fills the symmetric matrix of some rows.
  ///
  /// @param matrix takes it; it may have more rows and columns than that
  /// @return the matrix
  static float[][] fill(GramMatrix products, Kernel kernel, int[] rows, float[][] matrix) {
    int n = rows.length;
    double[] buffer = new double[n];
    for (int i = 0; i < n; i++) {
      products.kernels(kernel, rows[i], rows, i + 1, buffer);
      float[] row = matrix[i];
      for (int j = 0; j <= i; j++) {
        row[j] = (float) bounded(buffer[j]);
      }
    }
    mirror(matrix, n);
    return matrix;
  }

  /// A kernel, or the largest that is taken.
  static double bounded(double kernel) {
    return Math.max(-LARGEST, Math.min(LARGEST, kernel));
  }

  private static void mirror(float[][] matrix, int n) {
    for (int block = 0; block < n; block += BLOCK) {
      int end = Math.min(n, block + BLOCK);
      for (int j = 0; j < end; j++) {
        float[] target = matrix[j];
        for (int i = Math.max(block, j + 1); i < end; i++) {
          target[i] = matrix[i][j];
        }
      }
    }
  }
}
