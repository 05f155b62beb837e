// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.interval;

import io.carbonflow.base.fault.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How far predictions from a building's last year were off, where both years are known: of training
/// buildings, by models that were fitted to others. A row's score is the absolute
/// [Intervals#residual] itself: the building's own last year stands for all that makes buildings
/// differ in how well they are predicted, and only size is left.
///
/// @param sizeColumn the column of prepared rows that says how large a row's subject is
/// @param edges what parts the groups by that column, ascending; a row at an edge is above it
/// @param groups the scores in each group, one more than there are edges
/// @param measured the sum of what was measured of these rows, in the target's unit
/// @param predicted the sum of what was predicted of them, positive
/// @param variation the root mean square of what was measured less its [#mean], as a part of that of
///     the means: large buildings count for as much as they do in sums
public record LastYearErrors(int sizeColumn, double[] edges, List<NonconformityScores> groups,
    double measured, double predicted, double variation) {

  /// Copies the list and checks that the parts match.
  ///
  /// @throws IllegalArgumentException if they do not, a sum is not positive and finite, or the
  ///     variation is negative or not finite
  public LastYearErrors {
    groups = new SizeGroups(sizeColumn, edges, groups).groups();
    if (!(measured > 0 && predicted > 0 && variation >= 0 && Double.isFinite(measured)
        && Double.isFinite(predicted) && Double.isFinite(variation))) {
      throw new IllegalArgumentException(
          "sums of " + measured + " and " + predicted + " with a variation of " + variation);
    }
  }

  /// The errors of some predictions.
  ///
  /// @param bySize the scores in each group
  /// @param measured what was measured of each row, in the target's unit
  /// @param predicted what was predicted of each
  /// @throws IllegalArgumentException if the parts do not match, or either sum is not positive
  public static LastYearErrors of(int sizeColumn, double[] edges, List<NonconformityScores> bySize,
      double[] measured, double[] predicted) {
    double factor = Arrays.stream(measured).sum() / Arrays.stream(predicted).sum();
    double errors = 0;
    double means = 0;
    for (int i = 0; i < measured.length; i++) {
      double mean = factor * predicted[i];
      errors += (measured[i] - mean) * (measured[i] - mean);
      means += mean * mean;
    }
    return new LastYearErrors(sizeColumn, edges, bySize, Arrays.stream(measured).sum(),
        Arrays.stream(predicted).sum(), Math.sqrt(errors / means));
  }

  /// How many columns a row must have at least.
  public int width() {
    return sizeColumn + 1;
  }

  /// The highest level that can be asked for.
  public double highestLevel() {
    return new SizeGroups(sizeColumn, edges, groups).highestLevel();
  }

  /// The mean of buildings of which this is predicted, for sums; never negative.
  ///
  /// @param prediction in the target's unit
  public double mean(double prediction) {
    return Math.max(0, prediction * measured / predicted);
  }

  /// The standard deviation of what such a building may have, about its mean.
  ///
  /// @param mean in the target's unit
  public double deviation(double mean) {
    return variation * mean;
  }

  /// The interval about a prediction.
  ///
  /// @param row the prepared row of the year that is predicted
  /// @param predicted what was predicted, above −1
  /// @param level in (0, [#highestLevel]]
  /// @throws IllegalArgumentException if the level is another
  /// @throws Problem if the interval would have no end
  public Interval of(double[] row, double predicted, double level) {
    return at(level).of(row, predicted);
  }

  /// The intervals of a level, for many predictions.
  public LevelIntervals at(double level) {
    ToDoubleFunction<double[]> quantiles = new SizeGroups(sizeColumn, edges, groups).quantiles(level);
    return (row, predicted) -> Intervals.about(predicted, quantiles.applyAsDouble(row), level);
  }
}
