// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.permutation;

import module java.base;

/// The largest difference of two groups' cumulative distributions (Smirnov 1939), from 0 to 1. What is
/// not known (NaN) counts as less than any number, so that a value that is missing more often than
/// before is a difference too.
public final class KolmogorovSmirnov implements Statistic {
  private final int[] order;
  private final boolean[] isLast;

  /// @param values the value of each unit
  public KolmogorovSmirnov(double[] values) {
    order = IntStream.range(0, values.length).boxed()
        .sorted(Comparator.comparingDouble(unit -> rank(values[unit])))
        .mapToInt(Integer::intValue).toArray();
    isLast = new boolean[order.length];
    for (int i = 0; i < order.length; i++) {
      isLast[i] = i + 1 == order.length
          || rank(values[order[i]]) != rank(values[order[i + 1]]);
    }
  }

  private static double rank(double value) {
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }

  @Override
  public double of(boolean[] second) {
    int all = 0;
    for (boolean one : second) {
      all += one ? 1 : 0;
    }
    double inSecond = all;
    double inFirst = second.length - all;
    double largest = 0;
    int seen = 0;
    for (int i = 0; i < order.length; i++) {
      seen += second[order[i]] ? 1 : 0;
      if (isLast[i]) {
        largest = Math.max(largest, Math.abs(seen / inSecond - (i + 1 - seen) / inFirst));
      }
    }
    return largest;
  }
}
