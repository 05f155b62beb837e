// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import java.util.Arrays;

/// Collects the nodes of trees in the order of [Trees]: a node, its whole left side, its whole
/// right side.
public final class TreesBuilder {
  private int[] roots = new int[64];
  private int trees;
  private int[] feature = new int[1024];
  private double[] threshold = new double[1024];
  private int[] right = new int[1024];
  private double[] cover = new double[1024];
  private int nodes;

  /// A collection of no trees.
  public TreesBuilder() {}

  /// Begins the next tree; its root is the next node.
  public void tree() {
    roots = trees == roots.length ? Arrays.copyOf(roots, 2 * trees) : roots;
    roots[trees++] = nodes;
  }

  /// Adds a leaf.
  ///
  /// @param cover how many training rows reached it
  public void leaf(double value, double cover) {
    add(-1, value, cover);
  }

  /// Adds a node that rows leave to the left where `row[feature] < threshold`. Its left side comes
  /// next, then [#right] with the result, then its right side.
  ///
  /// @param cover how many training rows reached it
  /// @return what [#right] asks for
  public int split(int feature, double threshold, double cover) {
    return add(feature, threshold, cover);
  }

  /// Ends the left side of a node.
  public void right(int split) {
    right[split] = nodes;
  }

  /// The trees collected so far as a boosted sum in single precision.
  ///
  /// @param base what the sum starts from
  /// @throws IllegalArgumentException if they are no whole trees
  public Trees sum(float base) {
    return build(true, base, 1);
  }

  /// The trees collected so far as a mean.
  ///
  /// @throws IllegalArgumentException if they are no whole trees, or none
  public Trees mean() {
    return build(false, 0, 1.0 / trees);
  }

  private Trees build(boolean single, double base, double scale) {
    return new Trees(
        single,
        base,
        scale,
        Arrays.copyOf(roots, trees),
        Arrays.copyOf(feature, nodes),
        Arrays.copyOf(threshold, nodes),
        Arrays.copyOf(right, nodes),
        Arrays.copyOf(cover, nodes));
  }

  private int add(int column, double value, double weight) {
    if (nodes == feature.length) {
      feature = Arrays.copyOf(feature, 2 * nodes);
      threshold = Arrays.copyOf(threshold, 2 * nodes);
      right = Arrays.copyOf(right, 2 * nodes);
      cover = Arrays.copyOf(cover, 2 * nodes);
    }
    feature[nodes] = column;
    threshold[nodes] = value;
    cover[nodes] = weight;
    return nodes++;
  }
}
