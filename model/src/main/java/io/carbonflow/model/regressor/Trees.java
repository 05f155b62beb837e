// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Fitted regression trees as plain arrays, a random forest or a boosted sum alike:
/// `base + scale · Σ leafₜ`. A row goes left where `row[feature] < threshold`.
///
/// Nodes of all trees lie in one set of arrays, each tree in pre-order: a node's left child stands
/// right behind it, its right child behind the whole left side.
///
/// @param single whether leaves are added in single precision, as XGBoost adds them: with it a
///     model of XGBoost predicts the same to the last bit
/// @param base what the sum starts from
/// @param scale what the sum of leaves is multiplied by: 1 for boosting, 1/trees for a mean
/// @param roots the index of each tree's first node, growing from 0
/// @param feature the column a node splits by; −1 for a leaf
/// @param threshold what the column is compared with; for a leaf, its value
/// @param right the index of the right child; 0 for a leaf
/// @param cover how many training rows (or how much weight of them) reached a node
public record Trees(
    boolean single,
    double base,
    double scale,
    int[] roots,
    int[] feature,
    double[] threshold,
    int[] right,
    double[] cover)
    implements Regressor {

  /// The most splits on a way from a root: a forest's trees have 60 at most.
  public static final int MOST_DEPTH = 1000;

  /// How many rows are predicted at a time: the columns that a tree looks at fit into a processor's nearer caches.
  private static final int BLOCK = 1024;

  /// Fewer rows go down one by one: hardly any two of them would meet at a node.
  private static final int FEW = 32;

  /// Checks that numbers are finite, that every node belongs to one place of one tree, and that no
  /// tree is deeper than [#MOST_DEPTH].
  public Trees {
    int nodes = feature.length;
    if (threshold.length != nodes || right.length != nodes || cover.length != nodes) {
      throw new IllegalArgumentException("parts of trees differ in their number of nodes");
    }
    Numbers.requireFinite("base", base);
    Numbers.requireFinite("scale", scale);
    if (single && (scale != 1 || (float) base != base)) {
      throw new IllegalArgumentException(
          "a sum in single precision with base " + base + " and scale " + scale);
    }
    Numbers.requireFinite("threshold", threshold);
    Numbers.requireFinite("cover", cover);
    checkShape(roots, feature, right);
    checkDepth(feature, right);
  }

  /// The equal-weight mean of several sums of trees, as one; the model itself if it is the only one.
  ///
  /// @param models at least one, each with scale 1
  /// @throws IllegalArgumentException if there is none, or one has another scale
  public static Trees mean(List<Trees> models) {
    if (models.isEmpty() || models.stream().anyMatch(model -> model.scale != 1)) {
      throw new IllegalArgumentException("the mean of " + models.size() + " models, or of means");
    }
    if (models.size() == 1) {
      return models.getFirst();
    }
    IntStream.Builder roots = IntStream.builder();
    IntStream.Builder right = IntStream.builder();
    int shift = 0;
    for (Trees model : models) {
      for (int root : model.roots) {
        roots.add(root + shift);
      }
      for (int node = 0; node < model.right.length; node++) {
        right.add(model.feature[node] < 0 ? 0 : model.right[node] + shift);
      }
      shift += model.feature.length;
    }
    return new Trees(
        false,
        models.stream().mapToDouble(Trees::base).average().orElseThrow(),
        1.0 / models.size(),
        roots.build().toArray(),
        models.stream().flatMapToInt(model -> Arrays.stream(model.feature)).toArray(),
        models.stream().flatMapToDouble(model -> Arrays.stream(model.threshold)).toArray(),
        right.build().toArray(),
        models.stream().flatMapToDouble(model -> Arrays.stream(model.cover)).toArray());
  }

  @Override
  public double predict(double[] row) {
    return predict(row, new int[] {roots.length})[0];
  }

  @Override
  public double[] predict(double[][] rows) {
    return predict(rows, new int[] {roots.length})[0];
  }

  /// What the first trees alone predict of many rows, for growing numbers of them: the same as row by row, but block
  /// by block of rows and in it tree by tree, so that both stay in the processor's cache.
  ///
  /// @param sizes how many trees, growing, at most as many as there are
  /// @return for each size the prediction of each row
  public double[][] predict(double[][] rows, int[] sizes) {
    double[][] predictions = new double[sizes.length][rows.length];
    if (rows.length < FEW) {
      for (int i = 0; i < rows.length; i++) {
        double[] alone = predict(rows[i], sizes);
        for (int s = 0; s < sizes.length; s++) {
          predictions[s][i] = alone[s];
        }
      }
      return predictions;
    }
    TreeDescent descent = new TreeDescent(this, Math.min(rows.length, BLOCK));
    for (int from = 0; from < rows.length; from += BLOCK) {
      int to = Math.min(rows.length, from + BLOCK);
      descent.take(rows, from, to);
      predict(descent, from, to, sizes, predictions);
    }
    return predictions;
  }

  private void predict(TreeDescent descent, int from, int to, int[] sizes, double[][] predictions) {
    double[] sums = new double[to - from];
    Arrays.fill(sums, single ? base : 0);
    int tree = 0;
    for (int s = 0; s < sizes.length; s++) {
      for (; tree < sizes[s]; tree++) {
        descent.down(roots[tree], (value, reached, first, end) -> add(sums, value, reached, first, end));
      }
      for (int i = 0; i < sums.length; i++) {
        predictions[s][from + i] = prediction(sums[i]);
      }
    }
  }

  private void add(double[] sums, double leaf, int[] reached, int from, int to) {
    for (int i = from; i < to; i++) {
      sums[reached[i]] = sum(sums[reached[i]], leaf);
    }
  }

  /// What the first trees alone predict, for growing numbers of them. A mean keeps its scale.
  ///
  /// @param sizes how many trees, growing, at most as many as there are
  public double[] predict(double[] row, int[] sizes) {
    double[] predictions = new double[sizes.length];
    double sum = single ? base : 0;
    int tree = 0;
    for (int s = 0; s < sizes.length; s++) {
      for (; tree < sizes[s]; tree++) {
        sum = sum(sum, leaf(roots[tree], row));
      }
      predictions[s] = prediction(sum);
    }
    return predictions;
  }

  private double sum(double before, double leaf) {
    return single ? (float) before + (float) leaf : before + leaf;
  }

  private double prediction(double sum) {
    return single ? sum : base + scale * sum;
  }

  /// The value of the leaf that a row reaches.
  ///
  /// @param root the tree's first node
  public double leaf(int root, double[] row) {
    int node = root;
    while (feature[node] >= 0) {
      node = row[feature[node]] < threshold[node] ? node + 1 : right[node];
    }
    return threshold[node];
  }

  /// Whether this is the mean of its trees, as a random forest is, rather than their sum. A single
  /// tree is both.
  public boolean isMean() {
    return Math.rint(scale * roots.length) == 1;
  }

  @Override
  public int width() {
    return 1 + Arrays.stream(feature).max().orElse(-1);
  }

  /// Checks that no node was reached by more training rows than the one above it, and that each
  /// with children was reached.
  ///
  /// @throws IllegalArgumentException if one was
  void requireCover() {
    for (int node = 0; node < feature.length; node++) {
      for (int child : feature[node] < 0 ? new int[0] : new int[] {node + 1, right[node]}) {
        double share = cover[child] / cover[node];
        if (!(share >= 0 && share <= 1)) {
          throw new IllegalArgumentException("node " + node + " was reached by " + cover[node]
              + " rows, its child by " + cover[child]);
        }
      }
    }
  }

  /// A node comes before its children.
  private static void checkDepth(int[] feature, int[] right) {
    int[] depth = new int[feature.length];
    for (int node = 0; node < feature.length; node++) {
      if (feature[node] >= 0) {
        if (depth[node] == MOST_DEPTH) {
          throw new IllegalArgumentException(
              "a tree of more than " + MOST_DEPTH + " splits in a row");
        }
        depth[node + 1] = depth[node] + 1;
        depth[right[node]] = depth[node] + 1;
      }
    }
  }

  /// Walks backwards, so that the end of each subtree is known before its parent is met.
  private static void checkShape(int[] roots, int[] feature, int[] right) {
    int[] end = new int[feature.length];
    for (int node = feature.length - 1; node >= 0; node--) {
      boolean leaf = feature[node] == -1;
      int left = node + 1;
      boolean sound = leaf
          ? right[node] == 0
          : feature[node] >= 0
              && feature[node] < Integer.MAX_VALUE
              && left < feature.length
              && right[node] < feature.length
              && right[node] == end[left];
      if (!sound) {
        throw new IllegalArgumentException("node " + node + " (feature " + feature[node]
            + ", right child " + right[node] + ") does not fit into a tree");
      }
      end[node] = leaf ? left : end[right[node]];
    }
    int next = 0;
    for (int root : roots) {
      if (root != next || root >= end.length) {
        throw new IllegalArgumentException("a tree begins at node " + root + ", not at " + next);
      }
      next = end[root];
    }
    if (next != end.length) {
      throw new IllegalArgumentException("nodes from " + next + " on belong to no tree");
    }
  }
}
