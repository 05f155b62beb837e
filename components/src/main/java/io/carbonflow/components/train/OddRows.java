// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.feature.FeatureSet;

/// How much rows count when trees are fitted without meters. A building that emits many times what its
/// kind does, or was half empty in one year, tells little of others, and nothing that such a model knows
/// says why. With meters the fuels do, and all rows count the same.
///
/// Chosen on training rows of the splits 20 to 24, cross-validated: docs/explanation/performance.md has the figures.
final class OddRows {
  /// Factors and thresholds, in logarithms of tonnes by area.
  private static final double BY_KIND = 1.5;
  private static final double FAR = 1.2;
  private static final double APART = 0.5;

  private OddRows() {}

  /// The weight of each row, in (0, 1]: less the further its label is from the median of the rows of
  /// the same reference intensity, and the further it is from the building's other years. The medians
  /// are those of all training rows, in a cross-validation too.
  ///
  /// @param rows all training rows
  static double[] weights(Dataset rows) {
    int kind = rows.columns().indexOf(Feature.REFERENCE_INTENSITY.column());
    if (kind < 0 || !rows.name().equals(FeatureSet.UNMETERED.word())) {
      return Dataset.equalWeights(rows.rows());
    }
    double[] ofKind = medians(rows, row -> rows.values()[row][kind]);
    double[] ofBuilding = medians(rows, row -> rows.groups().get(row));
    return IntStream.range(0, rows.rows()).mapToDouble(row -> {
      double label = rows.labels()[row];
      // Of two years the median lies halfway.
      double apart = 2 * Math.abs(label - ofBuilding[row]);
      return 1 / (1 + BY_KIND * Math.max(0, Math.abs(label - ofKind[row]) - FAR))
          / (1 + Math.max(0, apart - APART));
    }).toArray();
  }

  /// For each row the median label of the rows that have something in common with it.
  private static double[] medians(Dataset rows, IntFunction<Object> common) {
    Map<Object, double[]> labels = IntStream.range(0, rows.rows()).boxed().collect(Collectors.groupingBy(
        row -> common.apply(row), Collectors.collectingAndThen(Collectors.toList(), some ->
            some.stream().mapToDouble(row -> rows.labels()[row]).sorted().toArray())));
    return IntStream.range(0, rows.rows()).mapToDouble(row -> {
      double[] sorted = labels.get(common.apply(row));
      return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }).toArray();
  }
}
