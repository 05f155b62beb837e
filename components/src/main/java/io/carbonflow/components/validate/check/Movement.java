// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;

/// How the buildings of a year moved together from an earlier one: by what the median building
/// is more or less, as a factor.
///
/// @param from the earlier year
/// @param to the year
/// @param buildings how many buildings of both it comes from
/// @param lower what a quarter of them is below, 0.88 for 12% less
/// @param median what half of them is below
/// @param upper what three quarters of them are below
public record Movement(int from, int to, int buildings, double lower, double median, double upper) {
  /// Fewer buildings tell of themselves alone.
  static final int FEWEST = 30;

  /// That of some buildings' factors; empty for too few.
  static Optional<Movement> of(int from, int to, List<Double> factors) {
    double[] sorted = factors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int n = sorted.length;
    return n < FEWEST ? Optional.empty()
        : Optional.of(new Movement(from, to, n, sorted[n / 4], sorted[n / 2], sorted[n - 1 - n / 4]));
  }

  /// In words: `+4.1% since 2016 (median of 1,471 buildings; the middle half: -2.1% to +11.8%)`.
  public String text() {
    return String.format(Locale.ROOT, "%s since %d (median of %,d buildings; the middle half: %s to %s)",
        Figures.change(median), from, buildings, Figures.change(lower), Figures.change(upper));
  }
}
