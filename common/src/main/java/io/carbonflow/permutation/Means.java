// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.permutation;

import module java.base;

/// How much larger the mean of the second group is than that of the first. A unit may have several
/// rows, which count each, or none.
public final class Means implements Statistic {
  /// Keeps the ratio of means of nothing within bounds.
  private static final double LEAST = 1e-9;

  private final double[] sums;
  private final double[] counts;
  private final DoubleBinaryOperator difference;

  private Means(double[] sums, double[] counts, DoubleBinaryOperator difference) {
    this.sums = sums;
    this.counts = counts;
    this.difference = difference;
  }

  /// The second mean less the first.
  ///
  /// @param sums the sum of each unit's rows
  /// @param counts how many rows each unit has
  public static Means difference(double[] sums, double[] counts) {
    return new Means(sums, counts, (first, second) -> second - first);
  }

  /// The logarithm of the second mean over the first, of values that are not negative.
  ///
  /// @param sums the sum of each unit's rows
  /// @param counts how many rows each unit has
  public static Means ratio(double[] sums, double[] counts) {
    return new Means(sums, counts,
        (first, second) -> Math.log((second + LEAST) / (first + LEAST)));
  }

  @Override
  public double of(boolean[] second) {
    double firstSum = 0;
    double firstCount = 0;
    double secondSum = 0;
    double secondCount = 0;
    for (int unit = 0; unit < sums.length; unit++) {
      if (second[unit]) {
        secondSum += sums[unit];
        secondCount += counts[unit];
      } else {
        firstSum += sums[unit];
        firstCount += counts[unit];
      }
    }
    return difference.applyAsDouble(firstSum / firstCount, secondSum / secondCount);
  }
}
