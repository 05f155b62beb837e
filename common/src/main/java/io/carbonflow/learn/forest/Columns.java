// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import module java.base;
import io.carbonflow.learn.Dataset;

/// A data set in which each value is its rank among the distinct values of its column: sorted once for all trees.
///
/// A node looks at many columns of its rows, which lie far apart once there are many. So the ranks of a row stand
/// together: they come from memory at once.
///
/// @param rank by row, then by column, the position of the row's value in `distinct`
/// @param distinct by column, its values, ascending; of a column with more than [#MOST_DISTINCT], the largest of each
///     run of neighbors that share a rank
record Columns(char[][] rank, double[][] distinct) {
  /// How many ranks a column has at most: as many as a `char` tells apart.
  static final int MOST_DISTINCT = 1 << 16;

  static Columns of(Dataset data) {
    return of(data, MOST_DISTINCT);
  }

  static Columns of(Dataset data, int mostDistinct) {
    int width = data.columns().size();
    char[][] rank = new char[data.rows()][width];
    double[][] distinct = new double[width][];
    for (int c = 0; c < width; c++) {
      double[] column = new double[data.rows()];
      for (int i = 0; i < column.length; i++) {
        column[i] = data.values()[i][c] + 0.0; // −0 becomes 0: they are one value
      }
      distinct[c] = ends(Arrays.stream(column).sorted().distinct().toArray(), mostDistinct);
      for (int i = 0; i < column.length; i++) {
        int place = Arrays.binarySearch(distinct[c], column[i]);
        rank[i][c] = (char) (place < 0 ? -place - 1 : place);
      }
    }
    return new Columns(rank, distinct);
  }

  /// The values themselves, or the last of each run where there are too many.
  private static double[] ends(double[] values, int most) {
    if (values.length <= most) {
      return values;
    }
    return IntStream.rangeClosed(1, most)
        .mapToDouble(i -> values[(int) ((long) i * values.length / most) - 1])
        .toArray();
  }

  int width() {
    return distinct.length;
  }

  /// Between the values of two ranks of a column: what is less goes left.
  double threshold(int column, int left, int right) {
    double below = distinct[column][left];
    double above = distinct[column][right];
    double middle = below / 2 + above / 2;
    return Math.nextUp(middle < above ? middle : below);
  }

  /// Where the ranks of each column begin among those of all, at multiples of 64, and how many there are.
  int[] starts() {
    int[] starts = new int[distinct.length + 1];
    for (int c = 0; c < distinct.length; c++) {
      starts[c + 1] = starts[c] + Math.ceilDiv(distinct[c].length, Long.SIZE) * Long.SIZE;
    }
    return starts;
  }
}
