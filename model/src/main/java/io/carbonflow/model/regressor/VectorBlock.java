// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import java.util.Arrays;

/// A part of a machine's sum: some of its support vectors, column by column, so that what they are added up to grows for
/// all of them side by side.
///
/// Most columns say whether a building is of some kind, and have the same value in nearly all rows. So the products, or
/// squared distances, of one row of such usual values are kept, and for another row only the columns are added in which
/// it differs: of a hundred on the real tables these are thirty.
final class VectorBlock {
  /// Columns that are added at a time, which reads and writes the sums a quarter as often.
  private static final int TOGETHER = 4;

  private final Kernel kernel;
  private final double[] coefficients;

  /// Of each column the value that most vectors have in it, if most have one.
  private final double[] usual;

  /// Of each vector the product with the usual values, or the squared distance from them.
  private final double[] base;

  /// By column the values of the vectors; of a kernel of distances −2 times these.
  private final double[][] columns;

  private final double[] sums;

  /// Of a row the columns that differ from the usual ones, and what they change.
  private final int[] changed;
  private final double[] factors;
  private final double[] shifts;

  /// @param from the first of the machine's vectors that are in the block
  /// @param to after the last
  VectorBlock(SupportVectors machine, int from, int to) {
    kernel = machine.kernel();
    coefficients = Arrays.copyOfRange(machine.coefficients(), from, to);
    int width = machine.width();
    usual = new double[width];
    base = new double[to - from];
    columns = new double[width][to - from];
    sums = new double[to - from];
    changed = new int[width + TOGETHER - 1];
    factors = new double[changed.length];
    shifts = new double[changed.length];
    for (int c = 0; c < width; c++) {
      double[] column = columns[c];
      for (int i = 0; i < column.length; i++) {
        column[i] = machine.vectors()[from + i][c];
      }
      usual[c] = majority(column);
      take(usual[c], column);
    }
  }

  /// Adds a column to what is kept of the usual values.
  private void take(double value, double[] column) {
    for (int i = 0; i < column.length; i++) {
      if (ofDistances()) {
        base[i] += (value - column[i]) * (value - column[i]);
        column[i] *= -2;
      } else {
        base[i] += value * column[i];
      }
    }
  }

  private boolean ofDistances() {
    return kernel.kind() == Kernel.Kind.RBF;
  }

  /// The value that more than half of these are, or one of them (Boyer and Moore, 1991,
  /// doi:10.1007/978-94-011-3488-0_5).
  private static double majority(double[] values) {
    double candidate = 0;
    int ahead = 0;
    for (double value : values) {
      if (ahead == 0) {
        candidate = value;
      }
      ahead += value == candidate ? 1 : -1;
    }
    return candidate;
  }

  /// `Σ coefficientᵢ · kernel(vectorᵢ, row)` of the vectors of the block.
  double sum(double[] row) {
    System.arraycopy(base, 0, sums, 0, sums.length);
    int count = changes(row);
    for (int i = 0; i < count; i += TOGETHER) {
      addFour(i);
    }
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum += coefficients[i] * kernel.of(sums[i], sums[i]);
    }
    return sum;
  }

  /// Lists the columns in which a row has another value than the usual one, filled up to whole fours by a column that
  /// adds nothing.
  ///
  /// @return how many
  private int changes(double[] row) {
    int count = 0;
    for (int c = 0; c < usual.length; c++) {
      if (row[c] != usual[c]) {
        change(count++, c, row[c] - usual[c], ofDistances() ? row[c] + usual[c] : 0);
      }
    }
    while (count % TOGETHER != 0) {
      change(count++, changed[0], 0, 0);
    }
    return count;
  }

  private void change(int place, int column, double factor, double shift) {
    changed[place] = column;
    factors[place] = factor;
    shifts[place] = shift;
  }

  /// Adds what four columns change: `(value − usual) · vector` of a product, and
  /// `(value − usual) · (value + usual − 2 · vector)` of a squared distance.
  private void addFour(int from) {
    double[] first = columns[changed[from]];
    double[] second = columns[changed[from + 1]];
    double[] third = columns[changed[from + 2]];
    double[] fourth = columns[changed[from + 3]];
    double f1 = factors[from];
    double f2 = factors[from + 1];
    double f3 = factors[from + 2];
    double f4 = factors[from + 3];
    double s1 = shifts[from];
    double s2 = shifts[from + 1];
    double s3 = shifts[from + 2];
    double s4 = shifts[from + 3];
    double[] all = sums;
    for (int i = 0; i < all.length; i++) {
      all[i] = all[i] + f1 * (s1 + first[i]) + f2 * (s2 + second[i]) + f3 * (s3 + third[i]) + f4 * (s4 + fourth[i]);
    }
  }
}
