package io.carbonflow.learn.svm;

import io.carbonflow.regressor.Kernel;

/// The inner products of all pairs of rows of a matrix, computed once. Every kernel follows from
/// them: a squared distance is `⟨a, a⟩ + ⟨b, b⟩ − 2⟨a, b⟩`, as in libsvm.
final class Products {
  /// Row i holds its products with rows 0 to i.
  private final double[][] lower;

  Products(double[][] rows) {
    double[][] columns = transposed(rows);
    lower = new double[rows.length][];
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
    }
  }

  /// The kernels of one row with others.
  void kernels(Kernel kernel, int row, int[] others, int count, double[] result) {
    double square = lower[row][row];
    for (int j = 0; j < count; j++) {
      int other = others[j];
      double product = other < row ? lower[row][other] : lower[other][row];
      double distance = square + lower[other][other] - 2 * product;
      result[j] = kernel.of(product, distance);
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
