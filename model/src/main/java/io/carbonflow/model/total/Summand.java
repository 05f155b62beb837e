// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.total;

import java.util.OptionalDouble;

/// One row of what is added up.
///
/// @param building the building's id: rows of one building are off together
/// @param mean the mean of its predicted emissions, in tonnes, not negative
/// @param deviation the standard deviation of its emissions about the mean, in tonnes, not negative;
///     empty where nothing tells
public record Summand(String building, double mean, OptionalDouble deviation) {

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if one is negative or not finite
  public Summand {
    if (!(mean >= 0 && Double.isFinite(mean)
        && deviation.orElse(0) >= 0 && Double.isFinite(deviation.orElse(0)))) {
      throw new IllegalArgumentException(
          building + ": a mean of " + mean + " with a deviation of " + deviation);
    }
  }
}
