// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import java.util.Collection;

/// The median: the middle value, or the mean of the two in the middle.
final class Median {
  private Median() {}

  /// The median of the known values of a feature; 0 where none is known.
  static double of(Collection<ModelRow> rows, Feature feature) {
    double[] sorted = rows.stream()
        .mapToDouble(row -> row.feature(feature))
        .filter(value -> !Double.isNaN(value))
        .sorted()
        .toArray();
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return 0;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
