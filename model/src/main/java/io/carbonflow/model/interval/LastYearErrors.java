// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.interval;

import io.carbonflow.base.fault.Problem;
import java.util.List;

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
public record LastYearErrors(int sizeColumn, double[] edges, List<NonconformityScores> groups,
    double measured, double predicted) {

  /// Copies the list and checks that the parts match.
  ///
  /// @throws IllegalArgumentException if they do not, or a sum is not positive and finite
  public LastYearErrors {
    groups = new SizeGroups(sizeColumn, edges, groups).groups();
    if (!(measured > 0 && predicted > 0
        && Double.isFinite(measured) && Double.isFinite(predicted))) {
      throw new IllegalArgumentException("sums of " + measured + " and " + predicted);
    }
  }

  /// How many columns a row must have at least.
  public int width() {
    return sizeColumn + 1;
  }

  /// The highest level that can be asked for.
  public double highestLevel() {
    return new SizeGroups(sizeColumn, edges, groups).highestLevel();
  }

  /// What leads from such a prediction to the mean of buildings like it, for sums.
  public double factor() {
    return measured / predicted;
  }

  /// The interval about a prediction.
  ///
  /// @param row the prepared row of the year that is predicted
  /// @param predicted what was predicted, above −1
  /// @param level in (0, [#highestLevel]]
  /// @throws IllegalArgumentException if the level is another
  /// @throws Problem if the interval would have no end
  public Interval of(double[] row, double predicted, double level) {
    return Intervals.about(predicted,
        new SizeGroups(sizeColumn, edges, groups).quantile(row, level), level);
  }
}
