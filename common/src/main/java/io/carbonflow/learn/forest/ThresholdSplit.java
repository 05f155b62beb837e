// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import module java.base;
import smile.model.cart.LeafNode;
import smile.model.cart.Node;
import smile.model.cart.OrdinalNode;
import smile.model.cart.OrdinalSplit;

/// A split whose node tells its threshold, which Smile's own keep to themselves.
final class ThresholdSplit extends OrdinalSplit {
  private final int feature;
  private final double threshold;
  private final double gain;
  private final double deviance;

  /// Rows with a value up to the threshold go left.
  ///
  /// @param gain how much the sum of squares falls
  /// @param lo where the leaf's rows begin in the tree's index
  /// @param hi where they end, exclusive
  /// @param left how many samples go left
  /// @param goesLeft whether a row does
  ThresholdSplit(LeafNode leaf, int feature, double threshold, double gain, int lo, int hi, int left,
      IntPredicate goesLeft) {
    super(leaf, feature, threshold, gain, lo, hi, left, leaf.size() - left, goesLeft);
    this.feature = feature;
    this.threshold = threshold;
    this.gain = gain;
    this.deviance = leaf.deviance();
  }

  @Override
  public OrdinalNode toNode(Node left, Node right) {
    return new Branch(feature, threshold, gain, deviance, left, right);
  }

  /// A node that rows with a value up to the threshold leave to the left.
  static final class Branch extends OrdinalNode {
    private static final long serialVersionUID = 1L;

    private final double threshold;

    Branch(int feature, double threshold, double gain, double deviance, Node left, Node right) {
      super(feature, threshold, gain, deviance, left, right);
      this.threshold = threshold;
    }

    double threshold() {
      return threshold;
    }
  }
}
