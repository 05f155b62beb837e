// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import module java.base;
import io.carbonflow.model.regressor.Trees;
import io.carbonflow.model.regressor.TreesBuilder;
import smile.model.cart.Node;
import smile.model.cart.RegressionNode;

/// Turns grown trees into plain arrays that predict the same.
final class TreeFlattener {
  private TreeFlattener() {}

  /// The mean of these trees.
  static Trees mean(List<ExactSplitTree> forest) {
    var builder = new TreesBuilder();
    for (ExactSplitTree tree : forest) {
      builder.tree();
      add(tree.root(), builder);
    }
    return builder.mean();
  }

  private static void add(Node node, TreesBuilder builder) {
    switch (node) {
      case RegressionNode leaf -> builder.leaf(leaf.output(), leaf.size());
      case ThresholdSplit.Branch branch -> {
        // Smile's `x <= threshold` is `x < next` for the next greater double.
        int split = builder.split(
            branch.feature(), Math.nextUp(branch.threshold()), branch.size());
        add(branch.trueChild(), builder);
        builder.right(split);
        add(branch.falseChild(), builder);
      }
      default -> throw new IllegalStateException("a node of " + node.getClass());
    }
  }
}
