// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import smile.model.cart.RegressionNode;

/// The best threshold found so far for one column in one node: the one that lowers the sum of
/// squares most.
final class BestSplit {
  private final int samples;
  private final int nodeSize;
  private final double total;
  private final double before;
  private double gain;
  private double threshold;
  private int left;

  /// Before any threshold is considered.
  ///
  /// @param nodeSize the least samples on either side
  BestSplit(RegressionNode node, int nodeSize) {
    this.nodeSize = nodeSize;
    samples = node.size();
    total = node.mean() * samples;
    before = node.mean() * total;
  }

  /// Considers the threshold midway between two neighbouring values.
  ///
  /// @param drawn how many samples lie below
  /// @param sum the sum of their labels
  void consider(int drawn, double sum, double below, double above) {
    int rest = samples - drawn;
    if (drawn < nodeSize || rest < nodeSize) {
      return;
    }
    double other = total - sum;
    double gained =
        (sum * sum * rest + other * other * drawn) / ((double) drawn * rest) - before;
    if (gained > gain) {
      gain = gained;
      left = drawn;
      double middle = below / 2 + above / 2;
      threshold = middle < above ? middle : below;
    }
  }

  /// Whether a threshold lowers the sum of squares at all.
  boolean found() {
    return gain > 0;
  }

  double gain() {
    return gain;
  }

  /// Samples up to this value go left.
  double threshold() {
    return threshold;
  }

  /// How many samples go left.
  int left() {
    return left;
  }
}
