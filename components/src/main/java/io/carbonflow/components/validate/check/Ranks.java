// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;

/// How strongly one column goes with another, by ranks, so that the scale of neither matters.
final class Ranks {
  private Ranks() {}

  /// Spearman's rank correlation, over the pairs of which both are known; from -1 to 1, NaN where
  /// one of them never changes.
  static double correlation(double[] one, double[] other) {
    int[] known = IntStream.range(0, one.length)
        .filter(i -> Double.isFinite(one[i]) && Double.isFinite(other[i])).toArray();
    double[] x = of(Arrays.stream(known).mapToDouble(i -> one[i]).toArray());
    double[] y = of(Arrays.stream(known).mapToDouble(i -> other[i]).toArray());
    double mean = (x.length - 1) / 2.0;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mean) * (y[i] - mean);
      xx += (x[i] - mean) * (x[i] - mean);
      yy += (y[i] - mean) * (y[i] - mean);
    }
    return xy / Math.sqrt(xx * yy);
  }

  /// The part of the variance of a column's ranks that groups explain, adjusted for their number:
  /// `1 - (1 - R²) (n - 1) / (n - groups)`; NaN where nothing is to be explained.
  static double explained(List<String> groups, double[] values) {
    double[] ranks = of(values);
    double mean = (ranks.length - 1) / 2.0;
    Map<String, double[]> sums = new HashMap<>();
    double total = 0;
    for (int i = 0; i < ranks.length; i++) {
      double off = ranks[i] - mean;
      double[] sum = sums.computeIfAbsent(groups.get(i), _ -> new double[2]);
      sum[0] += off;
      sum[1]++;
      total += off * off;
    }
    double between = sums.values().stream().mapToDouble(sum -> sum[0] * sum[0] / sum[1]).sum();
    return 1 - (1 - between / total) * (ranks.length - 1) / (ranks.length - sums.size());
  }

  /// The ranks from 0; equal values share the mean of theirs.
  private static double[] of(double[] values) {
    Integer[] order = IntStream.range(0, values.length).boxed()
        .sorted((a, b) -> Double.compare(values[a], values[b])).toArray(Integer[]::new);
    double[] ranks = new double[values.length];
    int start = 0;
    while (start < order.length) {
      int end = start;
      while (end < order.length && values[order[end]] == values[order[start]]) {
        end++;
      }
      // NaN equals nothing, not even itself.
      end = Math.max(end, start + 1);
      for (int i = start; i < end; i++) {
        ranks[order[i]] = (start + end - 1) / 2.0;
      }
      start = end;
    }
    return ranks;
  }
}
