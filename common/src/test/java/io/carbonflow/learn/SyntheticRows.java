// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// Made-up training rows: smooth and stepwise effects, a category, noise.
public final class SyntheticRows {
  private SyntheticRows() {}

  /// Rows of which the last column is 0 or 1 and the others are continuous.
  public static Dataset of(int rows, int columns, long seed) {
    var random = new Random(seed);
    double[][] values = new double[rows][columns];
    double[] label = new double[rows];
    for (int i = 0; i < rows; i++) {
      for (int c = 0; c < columns; c++) {
        values[i][c] = random.nextGaussian();
      }
      values[i][columns - 1] = random.nextInt(2);
      label[i] = Math.sin(2 * values[i][0]) + (values[i][1] > 0.3 ? 1 : 0)
          + values[i][columns - 1] / 2 + 0.1 * random.nextGaussian();
    }
    return dataset(values, label);
  }

  /// A data set of these rows, each a group of its own; labels are the target.
  public static Dataset dataset(double[][] values, double[] label) {
    int width = values.length == 0 ? 0 : values[0].length;
    List<String> names = IntStream.range(0, values.length).mapToObj(i -> "row " + i).toList();
    return new Dataset(
        "synthetic",
        IntStream.range(0, width).mapToObj(c -> "x" + c).toList(),
        values,
        label,
        Dataset.equalWeights(label.length),
        names,
        names,
        new Dataset.Target(label, new double[values.length], Town.LOGARITHM));
  }

  /// The positions from one row to another, exclusive.
  public static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }
}
