// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.feature;

/// What was measured of a building in an earlier year, beside what a model predicts of that year.
///
/// @param label what a model would have had to predict ([FeatureSet#label])
/// @param predicted the label that the model predicts of that year's row
/// @param tonnes measured emissions in tonnes of CO2 equivalent
public record EarlierYear(double label, double predicted, double tonnes) {

  /// That of a prepared row.
  ///
  /// @param predicted the label that the model predicts of the row
  public static EarlierYear of(Matrix matrix, int row, double predicted) {
    return new EarlierYear(matrix.label()[row], predicted, matrix.tonnes()[row]);
  }

  /// By how much the building is above what the model knows of it, on the scale of labels.
  public double residual() {
    return label - predicted;
  }
}
