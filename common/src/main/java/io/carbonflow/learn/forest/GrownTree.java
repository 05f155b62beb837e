package io.carbonflow.learn.forest;

import java.util.Optional;
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
final class GrownTree extends RegressionTree {
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
  GrownTree(Columns columns, double[] labels, int depth, int leaves, int nodeSize, int mtry,
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
        columns.order());
  }

  @Override
  protected Optional<Split> findBestSplit(LeafNode leaf, int column, double impurity, int lo,
      int hi) {
    var search = new Search((RegressionNode) leaf, column, lo, hi);
    if (columns.order()[column] == null) {
      count(search);
    } else {
      scan(search);
    }
    return search.found();
  }

  private void scan(Search search) {
    double[] values = columns.values()[search.column];
    int[] ordered = order[search.column];
    double before = values[ordered[search.lo]];
    double sum = 0;
    int drawn = 0;
    for (int i = search.lo; i < search.hi; i++) {
      int row = ordered[i];
      double value = values[row];
      if (value > before) {
        search.consider(drawn, sum, before, value);
        before = value;
      }
      sum += weighted[row];
      drawn += samples[row];
    }
  }

  private void count(Search search) {
    byte[] rank = columns.rank()[search.column];
    double[] distinct = columns.distinct()[search.column];
    double[] sums = new double[distinct.length];
    int[] counts = new int[distinct.length];
    for (int i = search.lo; i < search.hi; i++) {
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
          search.consider(drawn, sum, before, distinct[k]);
        }
        before = distinct[k];
        sum += sums[k];
        drawn += counts[k];
      }
    }
  }

  /// The best threshold of one column in one node.
  private final class Search {
    private final RegressionNode node;
    private final int column;
    private final int lo;
    private final int hi;
    private final double total;
    private final double before;
    private double gain;
    private double threshold;
    private int left;

    Search(RegressionNode node, int column, int lo, int hi) {
      this.node = node;
      this.column = column;
      this.lo = lo;
      this.hi = hi;
      total = node.mean() * node.size();
      before = node.size() * node.mean() * node.mean();
    }

    /// Considers a threshold between two neighbouring values.
    ///
    /// @param drawn how many samples lie below
    /// @param sum the sum of their labels
    void consider(int drawn, double sum, double below, double above) {
      int rest = node.size() - drawn;
      if (drawn < nodeSize || rest < nodeSize) {
        return;
      }
      double other = total - sum;
      double gained = sum * sum / drawn + other * other / rest - before;
      if (gained > gain) {
        gain = gained;
        left = drawn;
        double middle = below / 2 + above / 2;
        threshold = middle < above ? middle : below;
      }
    }

    Optional<Split> found() {
      if (gain <= 0) {
        return Optional.empty();
      }
      double[] values = columns.values()[column];
      double cut = threshold;
      return Optional.of(
          new Cut(node, column, cut, gain, lo, hi, left, row -> values[row] <= cut));
    }
  }
}
