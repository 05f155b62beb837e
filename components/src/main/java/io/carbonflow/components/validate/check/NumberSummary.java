// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;

/// Numbers in passing: count, extremes and mean are exact. Quantiles and the number of distinct
/// values are exact up to [#MOST] numbers; of more, every second, fourth, … is kept for quantiles.
final class NumberSummary {
  private static final int MOST = 1 << 16;

  private double[] kept = new double[64];
  private int size;
  private long stride = 1;
  private long count;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;
  private double mean;

  void add(double number) {
    if (count++ % stride == 0) {
      if (size == MOST) {
        thin();
      }
      if (size == kept.length) {
        kept = Arrays.copyOf(kept, 2 * size);
      }
      kept[size++] = number;
    }
    least = Math.min(least, number);
    greatest = Math.max(greatest, number);
    mean += (number - mean) / count;
  }

  private void thin() {
    for (int i = 0; i < size; i += 2) {
      kept[i / 2] = kept[i];
    }
    size /= 2;
    stride *= 2;
  }

  /// How many numbers there are.
  long count() {
    return count;
  }

  /// Whether there is no number but 0.
  boolean isNothing() {
    return count == 0 || least == 0 && greatest == 0;
  }

  /// How many different numbers there are; -1 where they are too many to tell.
  long distinct() {
    return stride > 1 ? -1 : Arrays.stream(kept, 0, size).distinct().count();
  }

  /// The numbers that were kept, sorted.
  double[] sorted() {
    double[] sorted = Arrays.copyOf(kept, size);
    Arrays.sort(sorted);
    return sorted;
  }

  /// The numbers for reading.
  ///
  /// @throws IllegalStateException if there are none
  ColumnSummary.Numbers numbers() {
    if (count == 0) {
      throw new IllegalStateException("no numbers");
    }
    double[] sorted = sorted();
    return new ColumnSummary.Numbers(least, quantile(sorted, 0.01), quantile(sorted, 0.25),
        quantile(sorted, 0.5), quantile(sorted, 0.75), quantile(sorted, 0.99), greatest,
        mean);
  }

  /// Linear between the two nearest.
  private static double quantile(double[] sorted, double part) {
    double at = part * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
