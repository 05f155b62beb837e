// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.interval;

import io.carbonflow.base.fault.Problem;

/// Intervals of one level, for many predictions. To find a quantile takes a look at all scores, of which there are as
/// many as training rows; so each is found once. It is for one thread.
@FunctionalInterface
public interface LevelIntervals {
  /// The interval about a prediction.
  ///
  /// @param row the prepared row
  /// @param predicted what was predicted, above −1
  /// @throws IllegalArgumentException if the level is not one that can be asked for
  /// @throws Problem if the interval would have no end
  Interval of(double[] row, double predicted);

  /// The interval about a prediction of a row whose absolute residual has been looked up.
  ///
  /// @param expected what it is expected to be ([Intervals#expected]); not used where intervals do
  ///     not depend on it
  default Interval of(double[] row, double predicted, double expected) {
    return of(row, predicted);
  }
}
