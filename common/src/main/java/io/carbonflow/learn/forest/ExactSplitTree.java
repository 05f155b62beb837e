// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import module java.base;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.model.cart.LeafNode;
import smile.model.cart.Loss;
import smile.model.cart.RegressionNode;
import smile.model.cart.Split;
import smile.regression.RegressionTree;

/// Smile's regression tree with a search for splits of our own.
///
/// Smile's looks at only about 100 thresholds a column, spread over all rows, so that nodes of less
/// than a hundredth of the rows are hardly split any more; this one looks at all of them. It counts
/// where a column has few distinct values, and the nodes it makes tell their thresholds.
final class ExactSplitTree extends RegressionTree {
  private static final long serialVersionUID = 1L;
  private static final StructField LABEL = new StructField("y", DataTypes.DoubleType);

  private final transient Columns columns;

  /// Each row's label times how often the row was drawn.
  private final transient double[] weighted;

  /// Grows a tree.
  ///
  /// @param labels one a row of the columns
  /// @param depth the most splits on a way from the root, at least 1
  /// @param leaves the most leaves, at least 2
  /// @param nodeSize the least samples in a leaf, at least 1
  /// @param mtry how many columns a node looks at, less than there are: Smile spreads a node's
  ///     columns over threads when it looks at all
  /// @param samples how often each row was drawn
  ExactSplitTree(Columns columns, double[] labels, int depth, int leaves, int nodeSize, int mtry,
      int[] samples) {
    // Set before Smile's constructor runs: it already grows the tree.
    this.columns = columns;
    double[] sums = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      sums[i] = labels[i] * samples[i];
    }
    this.weighted = sums;
    // Smile counts the root as a level.
    super(columns.frame(), Loss.ls(labels), LABEL, depth + 1, leaves, nodeSize, mtry, samples,
        new int[columns.width()][]);
  }

  /// Before the first node, puts the drawn rows of each column in order. Smile's constructor does
  /// that too, by streams that cost as much as a fifth of the tree.
  @Override
  protected LeafNode newNode(int[] nodeSamples) {
    if (root == null) {
      order = columns.orderOf(samples, index.length);
    }
    return super.newNode(nodeSamples);
  }

  @Override
  protected Optional<Split> findBestSplit(LeafNode leaf, int column, double impurity, int lo,
      int hi) {
    var best = new BestSplit((RegressionNode) leaf, nodeSize);
    if (columns.order()[column] == null) {
      count(best, column, lo, hi);
    } else {
      scan(best, column, lo, hi);
    }
    return best.found() ? Optional.of(cut(leaf, column, best, lo, hi)) : Optional.empty();
  }

  private Split cut(LeafNode leaf, int column, BestSplit best, int lo, int hi) {
    double[] values = columns.values()[column];
    double threshold = best.threshold();
    return new ThresholdSplit(
        leaf, column, threshold, best.gain(), lo, hi, best.left(), row -> values[row] <= threshold);
  }

  private void scan(BestSplit best, int column, int lo, int hi) {
    double[] values = columns.values()[column];
    int[] ordered = order[column];
    double before = values[ordered[lo]];
    double sum = 0;
    int drawn = 0;
    for (int i = lo; i < hi; i++) {
      int row = ordered[i];
      double value = values[row];
      if (value > before) {
        best.consider(drawn, sum, before, value);
        before = value;
      }
      sum += weighted[row];
      drawn += samples[row];
    }
  }

  private void count(BestSplit best, int column, int lo, int hi) {
    byte[] rank = columns.rank()[column];
    double[] distinct = columns.distinct()[column];
    double[] sums = new double[distinct.length];
    int[] counts = new int[distinct.length];
    for (int i = lo; i < hi; i++) {
      int row = index[i];
      sums[rank[row]] += weighted[row];
      counts[rank[row]] += samples[row];
    }
    double before = 0;
    double sum = 0;
    int drawn = 0;
    for (int k = 0; k < distinct.length; k++) {
      if (counts[k] > 0) {
        if (drawn > 0) {
          best.consider(drawn, sum, before, distinct[k]);
        }
        before = distinct[k];
        sum += sums[k];
        drawn += counts[k];
      }
    }
  }
}
