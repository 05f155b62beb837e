// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

/// Leads a block of rows down trees, all of its rows at once: a node divides those that reach it in two, those that go
/// left and those that go right. So a node is looked at once a block, nothing waits for where a row goes next, and no
/// way depends on a branch, which could not be foreseen. What a row reaches is what [Trees#leaf] says.
final class TreeDescent {
  private static final int SIGN = 63;

  private final int[] feature;
  private final double[] threshold;
  private final int[] right;

  /// The rows of the block, column by column.
  private final double[][] columns;

  /// All rows, as they reach a root.
  private final int[] all;

  /// Rows on their way, those that reach nodes of every other depth in either. Those of a node are next to each other, and
  /// its children's take the same places in the other one.
  private final int[] even;
  private final int[] odd;

  private int rows;

  /// @param trees what is gone down
  /// @param most the most rows of a block
  TreeDescent(Trees trees, int most) {
    feature = trees.feature();
    threshold = trees.threshold();
    right = trees.right();
    columns = new double[trees.width()][most];
    all = new int[most];
    for (int i = 0; i < most; i++) {
      all[i] = i;
    }
    even = new int[most];
    odd = new int[most];
  }

  /// Takes rows as the block.
  ///
  /// @param from the first row
  /// @param to after the last
  void take(double[][] table, int from, int to) {
    rows = to - from;
    for (int i = 0; i < rows; i++) {
      double[] row = table[from + i];
      for (int c = 0; c < columns.length; c++) {
        columns[c][i] = row[c] + 0.0; // without a sign where it is zero
      }
    }
  }

  /// Takes the rows of the block that reach a leaf.
  interface Leaf {
    /// Takes them.
    ///
    /// @param value the leaf's value
    /// @param reached the rows, among others
    /// @param from where the first one is
    /// @param to after the last
    void take(double value, int[] reached, int from, int to);
  }

  /// Goes down a tree.
  ///
  /// @param root the tree's first node
  /// @param leaf takes the rows, each once
  void down(int root, Leaf leaf) {
    down(root, all, even, 0, rows, leaf);
  }

  /// Goes down from a node, no deeper than [Trees#MOST_DEPTH] calls.
  ///
  /// @param here the rows that reach the node, from one place up to another
  /// @param there takes them in these places, those of the left child first
  private void down(int node, int[] here, int[] there, int from, int to, Leaf leaf) {
    if (feature[node] < 0) {
      leaf.take(threshold[node], here, from, to);
      return;
    }
    int middle = divide(columns[feature[node]], threshold[node], here, there, from, to);
    int[] next = there == even ? odd : even;
    if (from < middle) {
      down(node + 1, there, next, from, middle, leaf);
    }
    if (middle < to) {
      down(right[node], there, next, middle, to, leaf);
    }
  }

  /// Puts the rows whose number is below a limit before the others; where the first of the others is. A number is below
  /// where what is left of it without the limit has a sign: both are finite. Each row is written to either end of what
  /// is free, and the end that it belongs to moves.
  private static int divide(double[] column, double limit, int[] here, int[] there, int from, int to) {
    int low = from;
    int high = to - 1;
    for (int i = from; i < to; i++) {
      int row = here[i];
      int below = (int) (Double.doubleToRawLongBits(column[row] - limit) >>> SIGN);
      there[low] = row;
      there[high] = row;
      low += below;
      high += below - 1;
    }
    return low;
  }
}
