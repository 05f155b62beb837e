// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import java.util.List;
import java.util.Optional;

/// The values of a feature that training rows had.
///
/// @param least the least of them
/// @param largest the largest of them
public record Range(double least, double largest) {

  /// Checks that there is something between the two.
  ///
  /// @throws IllegalArgumentException if not
  public Range {
    if (!(least <= largest && Double.isFinite(least) && Double.isFinite(largest))) {
      throw new IllegalArgumentException("a range from " + least + " to " + largest);
    }
  }

  /// The range of the rows' known values; empty where none is known.
  static Optional<Range> of(List<ModelRow> training, Feature feature) {
    var known = training.stream().mapToDouble(row -> row.feature(feature))
        .filter(value -> !Double.isNaN(value)).summaryStatistics();
    return known.getCount() == 0
        ? Optional.empty() : Optional.of(new Range(known.getMin(), known.getMax()));
  }
}
