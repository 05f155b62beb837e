// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.interval;

/// Where a target lies, and how often such an interval is right.
///
/// @param lower the lower end in the target's unit, never negative
/// @param upper the upper end in that unit
/// @param level the share of groups whose targets lie within, in (0, 1)
public record Interval(double lower, double upper, double level) {

  /// The level where none is asked for.
  public static final double LEVEL = 0.9;

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if an end is negative or not finite, the ends are in the
  ///     wrong order, or the level is not between 0 and 1
  public Interval {
    if (!(lower >= 0 && lower <= upper && Double.isFinite(upper) && level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "an interval from " + lower + " to " + upper + " at level " + level);
    }
  }

  /// Whether it holds this target.
  public boolean contains(double target) {
    return target >= lower && target <= upper;
  }

  /// Its width in the target's unit.
  public double width() {
    return upper - lower;
  }
}
