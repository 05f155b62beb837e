// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.explain;

import java.util.Arrays;

/// What one leaf contributes to the Shapley values of the players on its path, for each pattern of
/// players that a row violates.
///
/// While the players `S` are known, the leaf counts as its value times the part of each other
/// player, or not at all if `S` holds a violated one. So with `V` violated and `A` not, a player's
/// share is a sum over subsets of `A`, whose parts are the coefficients of `∏ (part + y)` over `A`.
final class LeafShares {
  /// For a path of n players, `k! (n − k − 1)! / n!`: in how many orders k certain players come
  /// before a certain other one, and the rest after it.
  private static final double[][] WEIGHTS = weights();

  private final int[] computed;
  private final double[] values;
  private final double[] all = new double[Shapley.MOST_PLAYERS + 1];
  private final double[] others = new double[Shapley.MOST_PLAYERS];
  private int leaves;

  private double leaf;
  private double[] part;
  private int distinct;

  @SuppressWarnings("IdentityBinaryExpression") // a share of each player for each set of them
  LeafShares(int players) {
    computed = new int[1 << players];
    values = new double[players << players];
  }

  /// Begins the next leaf.
  ///
  /// @param leaf its value
  /// @param part the part of each player on the path, not changed until the next leaf
  /// @param distinct how many players are on the path
  void begin(double leaf, double[] part, int distinct) {
    this.leaf = leaf;
    this.part = part;
    this.distinct = distinct;
    leaves++;
  }

  /// What the leaf contributes while no player is known.
  double base() {
    double product = leaf;
    for (int p = 0; p < distinct; p++) {
      product *= part[p];
    }
    return product;
  }

  /// Where in [#values] the shares of the players on the path begin.
  ///
  /// @param pattern a bit for each player that the row violates
  int of(int pattern) {
    int from = pattern * distinct;
    if (computed[pattern] != leaves) {
      compute(pattern, from);
      computed[pattern] = leaves;
    }
    return from;
  }

  double[] values() {
    return values;
  }

  private void compute(int pattern, int from) {
    double scale = leaf;
    int degree = 0;
    Arrays.fill(all, 0, distinct + 1, 0);
    all[0] = 1;
    for (int p = 0; p < distinct; p++) {
      if ((pattern >> p & 1) == 1) {
        scale *= part[p];
      } else {
        degree++;
        for (int k = degree; k > 0; k--) {
          all[k] = all[k] * part[p] + all[k - 1];
        }
        all[0] *= part[p];
      }
    }
    double violated = -scale * sum(all, degree);
    for (int p = 0; p < distinct; p++) {
      values[from + p] = (pattern >> p & 1) == 1 ? violated
          : scale * (1 - part[p]) * sum(without(part[p], degree), degree - 1);
    }
  }

  private double sum(double[] coefficients, int degree) {
    double sum = 0;
    for (int k = 0; k <= degree && k < distinct; k++) {
      sum += WEIGHTS[distinct][k] * coefficients[k];
    }
    return sum;
  }

  /// Divides by `(part + y)`, from the highest power down: errors shrink on the way.
  private double[] without(double known, int degree) {
    others[degree - 1] = all[degree];
    for (int k = degree - 1; k > 0; k--) {
      others[k - 1] = all[k] - known * others[k];
    }
    return others;
  }

  private static double[][] weights() {
    double[][] weights = new double[Shapley.MOST_PLAYERS + 1][];
    for (int n = 1; n < weights.length; n++) {
      weights[n] = new double[n];
      weights[n][0] = 1.0 / n;
      for (int k = 1; k < n; k++) {
        weights[n][k] = weights[n][k - 1] * k / (n - k);
      }
    }
    return weights;
  }
}
