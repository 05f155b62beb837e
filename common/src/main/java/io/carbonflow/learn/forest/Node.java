// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import io.carbonflow.model.regressor.TreesBuilder;

/// A node of a tree that is being grown: a leaf until it is parted.
final class Node {
  private static final int[] NONE = {};

  private final int lo;
  private final int hi;
  private final int depth;
  private final int samples;
  private final double sum;
  private Split split;
  private int[] splittable;
  private Node left;
  private Node right;

  /// @param lo where the node's rows begin in the tree's index
  /// @param hi where they end, exclusive
  /// @param depth how many splits lie above
  /// @param samples how many samples it has
  /// @param sum the sum of their labels
  /// @param splittable the columns that may part them
  Node(int lo, int hi, int depth, int samples, double sum, int[] splittable) {
    this.lo = lo;
    this.hi = hi;
    this.depth = depth;
    this.samples = samples;
    this.sum = sum;
    this.splittable = splittable;
  }

  int lo() {
    return lo;
  }

  int hi() {
    return hi;
  }

  int depth() {
    return depth;
  }

  int samples() {
    return samples;
  }

  double sum() {
    return sum;
  }

  /// The columns that may part its samples.
  int[] splittable() {
    return splittable.clone();
  }

  /// Remembers how it is best parted, and which columns may split its children.
  void best(Split found, int[] columns) {
    split = found;
    splittable = columns;
  }

  Split split() {
    return split;
  }

  /// Remains a leaf, and gives up what only a split needs.
  void close() {
    splittable = NONE;
  }

  /// Parts it.
  ///
  /// @param middle where the rows that go left end in the tree's index, exclusive
  void part(int middle) {
    left = new Node(lo, middle, depth + 1, split.samples(), split.sum(), splittable);
    right = new Node(
        middle, hi, depth + 1, samples - split.samples(), sum - split.sum(), splittable);
    close();
  }

  Node left() {
    return left;
  }

  Node right() {
    return right;
  }

  /// Adds the node and all below it to a collection of trees.
  void addTo(TreesBuilder trees, Columns columns) {
    if (left == null) {
      trees.leaf(sum / samples, samples);
      return;
    }
    int node = trees.split(split.column(),
        columns.threshold(split.column(), split.rank(), split.next()), samples);
    left.addTo(trees, columns);
    trees.right(node);
    right.addTo(trees, columns);
  }
}
