// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// A density on the range from 0 to 1 that is high near given points: an equal mixture of the
/// uniform density and of a normal one, cut off at 0 and 1, around each point (Bergstra et al.
/// 2011, section 4.2).
///
/// As in hyperopt, a normal density is as wide as the larger distance to its neighbors, of which
/// the middle of the range is one; but no narrower than `1 / (points + 1)`, and never than 0.01.
final class Parzen {
  private static final double NARROWEST = 0.01;
  private static final double MIDDLE = 0.5;

  private final double[] center;
  private final double[] width;
  private final double[] peak;

  Parzen(double[] points) {
    int n = points.length;
    center = points.clone();
    width = new double[n];
    peak = new double[n];
    double[] sorted = Arrays.copyOf(points, n + 1);
    sorted[n] = MIDDLE;
    Arrays.sort(sorted);
    double least = Math.max(NARROWEST, 1.0 / (n + 1));
    for (int i = 0; i < n; i++) {
      width[i] = Math.max(least, reach(sorted, Arrays.binarySearch(sorted, center[i])));
      double inside = below((1 - center[i]) / width[i]) - below(-center[i] / width[i]);
      peak[i] = 1 / (width[i] * StrictMath.sqrt(2 * Math.PI) * inside);
    }
  }

  private static double reach(double[] sorted, int i) {
    double left = i == 0 ? 0 : sorted[i] - sorted[i - 1];
    double right = i == sorted.length - 1 ? 0 : sorted[i + 1] - sorted[i];
    return Math.max(left, right);
  }

  /// Draws a number from 0 to 1.
  double draw(Random random) {
    int component = random.nextInt(center.length + 1);
    if (component == center.length) {
      return random.nextDouble();
    }
    double drawn;
    do {
      drawn = center[component] + width[component] * random.nextGaussian();
    } while (drawn < 0 || drawn > 1);
    return drawn;
  }

  /// The density at a point from 0 to 1.
  double at(double x) {
    double sum = 1;
    for (int i = 0; i < center.length; i++) {
      double z = (x - center[i]) / width[i];
      sum += peak[i] * StrictMath.exp(-z * z / 2);
    }
    return sum / (center.length + 1);
  }

  /// The share of a standard normal distribution below a value, to 1e-7: Abramowitz and Stegun,
  /// Handbook of Mathematical Functions, 1964, 26.2.17.
  private static double below(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double polynomial = t * (0.319381530 + t * (-0.356563782
        + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI) * polynomial;
    return z < 0 ? tail : 1 - tail;
  }
}
