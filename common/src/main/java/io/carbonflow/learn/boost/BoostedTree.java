// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import module java.base;
import com.google.gson.stream.JsonReader;
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

  static BoostedTree read(JsonReader in) throws IOException {
    var tree = new BoostedTree();
    in.beginObject();
    while (in.hasNext()) {
      switch (in.nextName()) {
        case "left_children" -> tree.left = integers(in);
        case "right_children" -> tree.right = integers(in);
        case "split_indices" -> tree.feature = integers(in);
        case "split_conditions" -> tree.value = numbers(in);
        case "sum_hessian" -> tree.cover = numbers(in);
        case "split_type" -> requireThresholds(integers(in));
        default -> in.skipValue();
      }
    }
    in.endObject();
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
      throw new IllegalArgumentException("node " + node + " is no child, or one of two nodes");
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

  private static int[] integers(JsonReader in) throws IOException {
    int[] values = new int[16];
    int size = 0;
    in.beginArray();
    while (in.hasNext()) {
      values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
      values[size++] = in.nextInt();
    }
    in.endArray();
    return Arrays.copyOf(values, size);
  }

  private static float[] numbers(JsonReader in) throws IOException {
    float[] values = new float[16];
    int size = 0;
    in.beginArray();
    while (in.hasNext()) {
      values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
      // Not by way of a double, which might round twice.
      values[size++] = Float.parseFloat(in.nextString());
    }
    in.endArray();
    return Arrays.copyOf(values, size);
  }
}
