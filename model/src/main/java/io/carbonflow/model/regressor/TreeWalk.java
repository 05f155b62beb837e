// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

/// Leads blocks of rows down trees, four rows at a time: a processor that waits for the numbers of one row's node goes on
/// with the next row. No way depends on a branch, for which one it takes cannot be foreseen. What a row reaches is what
/// [Trees#leaf] says.
final class TreeWalk {
  /// Rows that go down a tree side by side.
  private static final int LANES = 4;
  private static final int SIGN = 63;

  private final int[] feature;
  private final double[] threshold;
  private final int width;

  /// A leaf looks at a number as well, so that a row has one even where no tree has a split.
  private final int stride;

  /// Of each node the right child, then the left one; a leaf has itself as both.
  private final int[] children;

  /// @param trees what is walked
  TreeWalk(Trees trees) {
    int nodes = trees.feature().length;
    threshold = trees.threshold();
    width = trees.width();
    stride = Math.max(1, width);
    feature = new int[nodes];
    children = new int[2 * nodes];
    for (int node = 0; node < nodes; node++) {
      boolean leaf = trees.feature()[node] < 0;
      feature[node] = leaf ? 0 : trees.feature()[node];
      children[2 * node] = leaf ? node : trees.right()[node];
      children[2 * node + 1] = leaf ? node : node + 1;
    }
  }

  /// Rows behind each other in one array. The last one is there as often as fills the last lanes.
  ///
  /// @param from the first row
  /// @param to after the last
  double[] take(double[][] rows, int from, int to) {
    int count = padded(to - from);
    double[] values = new double[count * stride];
    for (int i = 0; i < count; i++) {
      double[] row = rows[Math.min(from + i, to - 1)];
      for (int c = 0; c < width; c++) {
        values[i * stride + c] = row[c] + 0.0; // without a sign where it is zero
      }
    }
    return values;
  }

  /// How many rows a block of so many has with those that fill its last lanes.
  static int padded(int rows) {
    return (rows + LANES - 1) / LANES * LANES;
  }

  /// The leaf of a tree that each row reaches.
  ///
  /// @param root the tree's first node
  /// @param values the rows, as [#take] gives them
  /// @param leaves takes the nodes, one a row: as many as there are rows with those that fill lanes
  void leaves(int root, double[] values, int[] leaves) {
    int[] columns = feature;
    double[] limits = threshold;
    int[] ways = children;
    for (int i = 0; i < leaves.length; i += LANES) {
      int first = i * stride;
      int second = first + stride;
      int third = second + stride;
      int fourth = third + stride;
      int a = root;
      int b = root;
      int c = root;
      int d = root;
      boolean moved;
      do {
        int nextA = next(a, values, first, columns, limits, ways);
        int nextB = next(b, values, second, columns, limits, ways);
        int nextC = next(c, values, third, columns, limits, ways);
        int nextD = next(d, values, fourth, columns, limits, ways);
        moved = ((nextA ^ a) | (nextB ^ b) | (nextC ^ c) | (nextD ^ d)) != 0;
        a = nextA;
        b = nextB;
        c = nextC;
        d = nextD;
      } while (moved);
      leaves[i] = a;
      leaves[i + 1] = b;
      leaves[i + 2] = c;
      leaves[i + 3] = d;
    }
  }

  /// A number is below a threshold where what is left of it without the threshold has a sign: both are finite. The quick
  /// compiler puts no method into another that has more than 35 bytes; this one has fewer as it takes arrays, not fields.
  private static int next(int node, double[] values, int row, int[] feature, double[] threshold, int[] children) {
    return children[2 * node + (int) (Double.doubleToRawLongBits(values[row + feature[node]] - threshold[node]) >>> SIGN)];
  }
}
