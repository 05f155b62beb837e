// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.explain;

import io.carbonflow.model.regressor.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Exact Shapley values of trees, for a block of rows: those of Tree SHAP (Lundberg et al. 2020,
/// doi:10.1038/s42256-019-0138-9) with a player in place of a column. While a player is not
/// known, both sides of its splits count by how many training rows took them.
///
/// What a leaf contributes to a row depends only on which of the players on its path the row
/// violates, so it is computed once for each pattern that occurs among the rows.
final class TreeShapley {
  private final Trees trees;
  private final int[] players;

  /// The rows' values, one array a column.
  private final double[][] columns;

  /// What each player adds, one array a player.
  private final double[][] amounts;
  private final int rows;
  private double base;

  /// The players on the way to the node at hand in the order in which they were met, and for each
  /// which part of the training rows took the same turns.
  private final int[] met;
  private final double[] part;

  private final LeafShares shares;

  /// For each row, where its shares of the leaf at hand begin.
  private final int[] from;

  /// For each depth, a bit for each player on the way that a row violates.
  private final List<int[]> violated = new ArrayList<>();

  TreeShapley(Trees trees, int[] players, int count, double[][] rows) {
    this.trees = trees;
    this.players = players;
    this.rows = rows.length;
    columns = columns(rows, trees.width());
    amounts = new double[count][rows.length];
    from = new int[rows.length];
    met = new int[count];
    part = new double[count];
    shares = new LeafShares(count);
    base = trees.base();
    violated.add(new int[rows.length]);
    for (int root : trees.roots()) {
      descend(root, 0, 0);
    }
  }

  private static double[][] columns(double[][] rows, int width) {
    double[][] columns = new double[width][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < width; c++) {
        columns[c][i] = rows[i][c];
      }
    }
    return columns;
  }

  List<Attribution> attributions() {
    return IntStream.range(0, rows)
        .mapToObj(i -> new Attribution(
            base, Arrays.stream(amounts).mapToDouble(of -> of[i]).toArray(),
            new double[amounts.length]))
        .toList();
  }

  /// Goes through the leaves below a node.
  ///
  /// @param depth how many splits lie above it
  /// @param distinct how many players they belong to
  private void descend(int node, int depth, int distinct) {
    int column = trees.feature()[node];
    if (column < 0) {
      add(trees.scale() * trees.threshold()[node], violated.get(depth), distinct);
      return;
    }
    int place = place(players[column], distinct);
    double before = place == distinct ? 1 : part[place];
    met[place] = players[column];
    for (int child : new int[] {node + 1, trees.right()[node]}) {
      part[place] = before * share(child, node);
      turn(node, child == node + 1, depth, 1 << place);
      descend(child, depth + 1, Math.max(distinct, place + 1));
    }
    part[place] = before;
  }

  /// The part of a node's training rows that took the way to a child.
  private double share(int child, int node) {
    double share = trees.cover()[child] / trees.cover()[node];
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("node " + node + " was reached by "
          + trees.cover()[node] + " rows, its child by " + trees.cover()[child]);
    }
    return share;
  }

  private int place(int player, int distinct) {
    int place = 0;
    while (place < distinct && met[place] != player) {
      place++;
    }
    return place;
  }

  /// Marks the rows that go to the other side.
  private void turn(int node, boolean left, int depth, int bit) {
    if (depth + 1 == violated.size()) {
      violated.add(new int[rows]);
    }
    int[] above = violated.get(depth);
    int[] below = violated.get(depth + 1);
    double[] column = columns[trees.feature()[node]];
    double threshold = trees.threshold()[node];
    for (int i = 0; i < rows; i++) {
      below[i] = column[i] < threshold == left ? above[i] : above[i] | bit;
    }
  }

  private void add(double leaf, int[] patterns, int distinct) {
    shares.begin(leaf, part, distinct);
    base += shares.base();
    for (int i = 0; i < rows; i++) {
      from[i] = shares.of(patterns[i]);
    }
    double[] values = shares.values();
    for (int p = 0; p < distinct; p++) {
      double[] amount = amounts[met[p]];
      for (int i = 0; i < rows; i++) {
        amount[i] += values[from[i] + p];
      }
    }
  }
}
