// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import module java.base;

/// Looks for the threshold that lowers a node's sum of squares most, among all thresholds of a column.
///
/// Samples are added up by rank, all columns of a row at a time, and only the ranks that the node has are visited, in
/// their order. So a column costs as much as the node has rows, however many values it has elsewhere. The buffers are
/// of one tree, on one thread.
final class SplitSearch {
  /// What rounding makes of a gain of nothing, as a share of the node's squared sum.
  private static final double ROUNDING = 1e-12;

  private final Columns columns;

  /// Where the ranks of each column begin among those of all.
  private final int[] starts;
  private final double[] sums;
  private final int[] counts;

  /// A bit for each rank that the node has.
  private final long[] present;
  private final int[] rows;
  private final double[] rowSums;
  private final int[] rowCounts;
  private int size;
  private int samples;
  private int leastSamples;
  private double total;

  /// @param rows the most rows of a node
  SplitSearch(Columns columns, int rows) {
    this.columns = columns;
    starts = columns.starts();
    int ranks = starts[columns.width()];
    sums = new double[ranks];
    counts = new int[ranks];
    present = new long[Math.ceilDiv(ranks, Long.SIZE)];
    this.rows = new int[rows];
    rowSums = new double[rows];
    rowCounts = new int[rows];
  }

  /// Takes up a node.
  ///
  /// @param index holds the node's rows from `lo` to `hi`, exclusive
  /// @param labels of all rows
  /// @param drawn how often each row was drawn
  /// @param leastSamples the least samples on either side
  void node(Node node, int[] index, double[] labels, int[] drawn, int leastSamples) {
    size = node.hi() - node.lo();
    samples = node.samples();
    total = node.sum();
    this.leastSamples = leastSamples;
    for (int i = 0; i < size; i++) {
      int row = index[node.lo() + i];
      rows[i] = row;
      rowSums[i] = labels[row] * drawn[row];
      rowCounts[i] = drawn[row];
    }
  }

  /// The best split of the node by a column that was added up; null if none lowers the sum of squares.
  Split of(int column) {
    double least = total * total / samples;
    double best = least + ROUNDING * least;
    double bestSum = 0;
    int bestCount = 0;
    int left = -1;
    int right = -1;
    double sum = 0;
    int drawn = 0;
    int before = -1;
    int start = starts[column];
    for (int word = start / Long.SIZE; word < starts[column + 1] / Long.SIZE; word++) {
      for (long bits = present[word]; bits != 0; bits &= bits - 1) {
        int rank = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
        int rest = samples - drawn;
        if (drawn >= leastSamples && rest >= leastSamples) {
          double other = total - sum;
          double squares = (sum * sum * rest + other * other * drawn) / ((double) drawn * rest);
          if (squares > best) {
            best = squares;
            bestSum = sum;
            bestCount = drawn;
            left = before;
            right = rank;
          }
        }
        sum += sums[rank];
        drawn += counts[rank];
        sums[rank] = 0;
        counts[rank] = 0;
        before = rank;
      }
      present[word] = 0;
    }
    return left < 0 ? null : new Split(column, left - start, right - start, best - least, bestCount, bestSum);
  }

  /// Adds up the samples of the node by rank, in some columns.
  ///
  /// @param wanted the columns
  /// @param many how many of these, from the first on
  void addUp(int[] wanted, int many) {
    for (int i = 0; i < size; i++) {
      char[] ranks = columns.rank()[rows[i]];
      double sum = rowSums[i];
      int count = rowCounts[i];
      for (int c = 0; c < many; c++) {
        int at = starts[wanted[c]] + ranks[wanted[c]];
        sums[at] += sum;
        counts[at] += count;
        present[at >>> 6] |= 1L << at;
      }
    }
  }
}
