// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import module java.base;
import io.carbonflow.model.regressor.TreesBuilder;

/// One tree as XGBoost writes it: arrays by node, in any order of the nodes.
final class BoostedTree {
  private static final int NONE = -1;

  private int[] left = {};
  private int[] right = {};
  private int[] feature = {};

  /// The threshold of a node that splits, the value of a leaf.
  private float[] value = {};

  private float[] cover = {};

  private BoostedTree() {}

  static BoostedTree read(Ubjson in) {
    var tree = new BoostedTree();
    in.object(name -> {
      switch (name) {
        case "left_children" -> tree.left = in.integers();
        case "right_children" -> tree.right = in.integers();
        case "split_indices" -> tree.feature = in.integers();
        case "split_conditions" -> tree.value = in.floats();
        case "sum_hessian" -> tree.cover = in.floats();
        case "split_type" -> requireThresholds(in.integers());
        default -> in.skip();
      }
    });
    int nodes = tree.left.length;
    if (nodes == 0 || tree.right.length != nodes || tree.feature.length != nodes
        || tree.value.length != nodes || tree.cover.length != nodes) {
      throw new IllegalArgumentException("arrays of a tree differ in length, or are empty");
    }
    return tree;
  }

  /// Adds the nodes in the order of [io.carbonflow.model.regressor.Trees]. Nodes that were pruned stay in
  /// the arrays, cut off from the tree, and are left out.
  void addTo(TreesBuilder builder) {
    builder.tree();
    add(0, builder, new boolean[left.length]);
  }

  private void add(int node, TreesBuilder builder, boolean[] met) {
    if (node < 0 || node >= met.length || met[node]) {
      throw new IllegalArgumentException("node " + node + " is not a child, or one of two nodes");
    }
    met[node] = true;
    if (left[node] == NONE) {
      builder.leaf(value[node], cover[node]);
    } else {
      int split = builder.split(feature[node], leastRoundedTo(value[node]), cover[node]);
      add(left[node], builder, met);
      builder.right(split);
      add(right[node], builder, met);
    }
  }

  /// The least double that rounds to this float or to a greater one: `(float) x < t` is
  /// `x < leastRoundedTo(t)`. Halfway between two floats a double rounds to the even one.
  static double leastRoundedTo(float t) {
    double halfway = ((double) Math.nextDown(t) + t) / 2;
    return (float) halfway >= t ? halfway : Math.nextUp(halfway);
  }

  private static void requireThresholds(int[] types) {
    if (Arrays.stream(types).anyMatch(type -> type != 0)) {
      throw new IllegalArgumentException("a split by category");
    }
  }
}
