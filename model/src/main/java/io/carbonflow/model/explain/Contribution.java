// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.explain;

import io.carbonflow.model.building.FeatureGroup;
import java.util.Locale;

/// What one feature of a building adds to its prediction.
///
/// @param feature the feature
/// @param value the building's value of it, in words
/// @param amount what it adds to the logarithm of the prediction, beside what buildings have on
///     average
/// @param standardError the standard error of the amount; 0 where it is exact
public record Contribution(
    FeatureGroup feature, String value, double amount, double standardError) {

  /// The factor by which it changes the prediction.
  public double factor() {
    return Math.exp(amount);
  }

  /// It in words, `floor area 52,000 sq ft × 1.80`.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %s × %.2f", feature.title(), value, factor());
  }
}
