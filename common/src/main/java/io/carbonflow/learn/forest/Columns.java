// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import module java.base;
import io.carbonflow.learn.Dataset;
import smile.data.DataFrame;
import smile.sort.QuickSort;

/// A data set by columns, sorted once for all trees.
///
/// A column of few distinct values, such as a one-hot of a category, is split by counting rows per
/// value; only the others need their rows in order, which a tree keeps up to date at every split.
///
/// @param frame the columns as Smile asks for them
/// @param values the columns
/// @param order the rows of each column by value; null for a column that is counted
/// @param distinct the distinct values of a column that is counted, growing; null for the others
/// @param rank for each row the position of its value in `distinct`; null where that is null
record Columns(
    DataFrame frame, double[][] values, int[][] order, double[][] distinct, byte[][] rank) {

  /// The most distinct values of a column that is counted.
  static final int MOST_COUNTED = 32;

  static Columns of(Dataset data) {
    int rows = data.rows();
    int width = data.columns().size();
    double[][] values = new double[width][rows];
    int[][] order = new int[width][];
    double[][] distinct = new double[width][];
    byte[][] rank = new byte[width][];
    for (int c = 0; c < width; c++) {
      double[] column = values[c];
      for (int i = 0; i < rows; i++) {
        column[i] = data.values()[i][c] + 0.0; // −0 becomes 0: they are one value
      }
      double[] found = Arrays.stream(column).sorted().distinct().toArray();
      if (found.length <= MOST_COUNTED) {
        distinct[c] = found;
        rank[c] = new byte[rows];
        for (int i = 0; i < rows; i++) {
          rank[c][i] = (byte) Arrays.binarySearch(found, column[i]);
        }
      } else {
        order[c] = QuickSort.sort(column.clone());
      }
    }
    String[] names = IntStream.range(0, width).mapToObj(c -> "x" + c).toArray(String[]::new);
    return new Columns(DataFrame.of(data.values(), names), values, order, distinct, rank);
  }

  int width() {
    return values.length;
  }

  /// The order of the rows that were drawn.
  ///
  /// @param samples how often each row was drawn
  /// @param drawn how many rows were drawn at least once
  int[][] orderOf(int[] samples, int drawn) {
    int[][] result = new int[order.length][];
    for (int c = 0; c < order.length; c++) {
      if (order[c] != null) {
        int[] kept = new int[drawn];
        int size = 0;
        for (int row : order[c]) {
          if (samples[row] > 0) {
            kept[size++] = row;
          }
        }
        result[c] = kept;
      }
    }
    return result;
  }
}
