// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.explain;

import module java.base;

/// Shapley values by their definition: over all sets of players.
final class Coalitions {
  private Coalitions() {}

  /// @param value the worth of a set of players, a bit for each
  static double[] shapley(int players, IntToDoubleFunction value) {
    double[] worth = new double[1 << players];
    for (int set = 0; set < worth.length; set++) {
      worth[set] = value.applyAsDouble(set);
    }
    double[] values = new double[players];
    for (int set = 0; set < worth.length; set++) {
      for (int p = 0; p < players; p++) {
        if ((set >> p & 1) == 0) {
          int size = Integer.bitCount(set);
          double weight = factorial(size) * factorial(players - size - 1) / factorial(players);
          values[p] += weight * (worth[set | 1 << p] - worth[set]);
        }
      }
    }
    return values;
  }

  private static double factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }
}
