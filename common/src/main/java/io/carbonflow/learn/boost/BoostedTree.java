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

  /// Where rows without a value go: 1 is to the left.
  private int[] missingLeft = {};

  private BoostedTree() {}

  static BoostedTree read(Ubjson in) {
    var tree = new BoostedTree();
    in.object(name -> {
      switch (name) {
        case "left_children" -> tree.left = in.integers();
        case "right_children" -> tree.right = in.integers();
        case "split_indices" -> tree.feature = in.integers();
        case "split_conditions" -> tree.value = in.floats();
        case "default_left" -> tree.missingLeft = in.integers();
        case "sum_hessian" -> tree.cover = in.floats();
        case "split_type" -> requireThresholds(in.integers());
        default -> in.skip();
      }
    });
    int nodes = tree.left.length;
    if (nodes == 0 || tree.right.length != nodes || tree.feature.length != nodes
        || tree.value.length != nodes || tree.cover.length != nodes || tree.missingLeft.length != nodes) {
      throw new IllegalArgumentException("arrays of a tree differ in length, or are empty");
    }
    return tree;
  }

  /// Adds the nodes in the order of [io.carbonflow.model.regressor.Trees]. Nodes that were pruned stay in
  /// the arrays, cut off from the tree, and are left out.
  ///
  /// @param columns those of which the tree has seen the rarer value alone
  void addTo(TreesBuilder builder, TwoValuedColumns columns) {
    builder.tree();
    add(0, new Nodes(builder, columns, new boolean[left.length]));
  }

  /// Where nodes go, and which have gone there.
  private record Nodes(TreesBuilder builder, TwoValuedColumns columns, boolean[] met) {}

  private void add(int node, Nodes to) {
    if (node < 0 || node >= to.met.length || to.met[node]) {
      throw new IllegalArgumentException("node " + node + " is not a child, or one of two nodes");
    }
    to.met[node] = true;
    if (left[node] == NONE) {
      to.builder.leaf(value[node], cover[node]);
    } else if (to.columns.has(feature[node])) {
      addOfTwoValues(node, to);
    } else {
      addSplit(node, value[node], left[node], right[node], to);
    }
  }

  /// Where rounding alone made XGBoost split, both values go to one side. The other has no rows and is left out.
  private void addOfTwoValues(int node, Nodes to) {
    int column = feature[node];
    boolean missing = missingLeft[node] != 0;
    boolean lesser = to.columns.goesLeft(column, to.columns.lesser(column), value[node], missing);
    boolean greater = to.columns.goesLeft(column, to.columns.greater(column), value[node], missing);
    int below = lesser ? left[node] : right[node];
    if (lesser == greater) {
      add(below, to);
    } else {
      addSplit(node, to.columns.greater(column), below, lesser ? right[node] : left[node], to);
    }
  }

  private void addSplit(int node, float threshold, int below, int above, Nodes to) {
    int split = to.builder.split(feature[node], leastRoundedTo(threshold), cover[node]);
    add(below, to);
    to.builder.right(split);
    add(above, to);
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
