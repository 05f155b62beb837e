// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import module java.base;
import io.carbonflow.model.regressor.Kernel;

/// The kernels of some rows with others, a block of rows at a time: sums grow for all rows of a block side by side,
/// an order that the compiler turns into vector instructions, and a block stays in the processor's cache.
///
/// A constant in a kernel is the intercept's business, so the kernel here is what is left when that of `SIGMOID` is
/// taken away: `tanh(gamma · ⟨a, b⟩ + coef0) − tanh(coef0)`. With a negative `coef0` nearly every row would have a
/// negative kernel with itself, though the rest is close to positive definite.
final class KernelBlock {
  /// How many rows a block has.
  static final int SIZE = 128;

  private final Kernel kernel;
  private final double constant;

  /// By column, the values of the block's rows.
  private final double[][] columns;

  private final double[] squares = new double[SIZE];
  private int count;

  KernelBlock(Kernel kernel, int width) {
    this.kernel = kernel;
    constant = constant(kernel);
    columns = new double[width][SIZE];
  }

  /// What is left out of a kernel.
  static double constant(Kernel kernel) {
    return kernel.kind() == Kernel.Kind.SIGMOID ? kernel.of(0, 0) : 0;
  }

  /// Some rows, in blocks.
  static List<KernelBlock> all(Kernel kernel, double[][] values, int[] rows) {
    List<KernelBlock> blocks = new ArrayList<>();
    for (int from = 0; from < rows.length; from += SIZE) {
      var block = new KernelBlock(kernel, values[rows[0]].length);
      block.take(values, rows, from);
      blocks.add(block);
    }
    return blocks;
  }

  /// Takes the rows of a block.
  ///
  /// @param values all rows
  /// @param rows which of them are asked for, in order
  /// @param from where in those the block begins
  /// @return how many rows the block has
  int take(double[][] values, int[] rows, int from) {
    count = Math.min(SIZE, rows.length - from);
    Arrays.fill(squares, 0);
    for (int c = 0; c < columns.length; c++) {
      double[] column = columns[c];
      for (int i = 0; i < count; i++) {
        double value = values[rows[from + i]][c];
        column[i] = value;
        squares[i] += value * value;
      }
    }
    return count;
  }

  /// The kernels of one row with those of the block.
  ///
  /// @param result receives them
  void kernels(double[] row, double[] result) {
    Arrays.fill(result, 0);
    double square = 0;
    for (int c = 0; c < columns.length; c++) {
      double value = row[c];
      square += value * value;
      if (value != 0) {
        add(result, value, columns[c]);
      }
    }
    for (int i = 0; i < count; i++) {
      double distance = Math.max(0, square + squares[i] - 2 * result[i]);
      result[i] = KernelMatrix.bounded(kernel.of(result[i], distance)) - constant;
    }
  }

  /// `target −= Σ factors[i] · sources[i]`, of the first so many. Four at a time, which reads and writes the target a
  /// quarter as often.
  static void subtract(double[] target, double[] factors, double[][] sources, int count) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      subtractFour(target, factors, sources, i);
    }
    for (; i < count; i++) {
      add(target, -factors[i], sources[i]);
    }
  }

  private static void subtractFour(double[] target, double[] factors, double[][] sources, int from) {
    double a = factors[from];
    double b = factors[from + 1];
    double c = factors[from + 2];
    double d = factors[from + 3];
    double[] first = sources[from];
    double[] second = sources[from + 1];
    double[] third = sources[from + 2];
    double[] fourth = sources[from + 3];
    for (int i = 0; i < target.length; i++) {
      target[i] -= a * first[i] + b * second[i] + (c * third[i] + d * fourth[i]);
    }
  }

  private static void add(double[] target, double factor, double[] source) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * source[i];
    }
  }
}
