// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// Finds the word that somebody meant.
final class NearWord {
  /// A short word is soon like any other.
  private static final int SHORT = 4;

  private NearWord() {}

  /// The known word that is written most like another one; empty if none is near.
  static Optional<String> of(String word, Collection<String> known) {
    int most = letters(word) <= SHORT ? 1 : 2;
    return known.stream().filter(one -> distance(word, one) <= most)
        .min(Comparator.comparingInt((String one) -> distance(word, one))
            .thenComparingInt(one -> Math.abs(one.length() - word.length())).thenComparing(Comparator.naturalOrder()));
  }

  private static int letters(String word) {
    return word.replace("-", "").length();
  }

  /// How many letters are wrong, missing, too many, or exchanged with the next one.
  private static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int changed = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        cost[i][j] = Math.min(cost[i - 1][j - 1] + changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[from.length()][to.length()];
  }
}
