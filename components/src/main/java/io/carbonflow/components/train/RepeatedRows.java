// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import io.carbonflow.learn.Dataset;

/// How much rows count when models are fitted to a building's many years. A year mostly says again what
/// the building's other years have said, so that a building with six of them would count three times as
/// much as one with two, and buildings that come and go next to nothing.
///
/// Chosen on training rows, cross-validated: docs/years.md has the figures.
final class RepeatedRows {
  /// So many rows of a building count in full, and more together as much.
  private static final double IN_FULL = 2;

  private RepeatedRows() {}

  /// The weight of each row, with a mean of 1; all are 1 where no building has more than two rows.
  ///
  /// @param rows all training rows
  static double[] weights(Dataset rows) {
    Map<String, Long> counts = rows.groups().stream()
        .collect(Collectors.groupingBy(building -> building, Collectors.counting()));
    double[] weights = rows.groups().stream()
        .mapToDouble(building -> Math.min(1, IN_FULL / counts.get(building))).toArray();
    double mean = Arrays.stream(weights).average().orElse(1);
    return Arrays.stream(weights).map(weight -> weight / mean).toArray();
  }
}
