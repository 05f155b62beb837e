// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.feature;

/// What was measured of a building in an earlier year, beside what a model predicts of that year.
///
/// @param label what a model would have had to predict ([FeatureSet#label(double, double, double)])
/// @param predicted the label that the model predicts of that year's row
/// @param tonnes measured emissions in tonnes of CO2 equivalent
/// @param comparable whether the rows of the two years are near enough to one another for the model
///     to tell what the change between them does
public record EarlierYear(double label, double predicted, double tonnes, boolean comparable) {

  /// That of a prepared row.
  ///
  /// @param earlier the prepared rows of earlier years
  /// @param row which of them
  /// @param predicted the label that the model predicts of it
  /// @param now the prepared row of the year that is asked for
  /// @param far from which Euclidean distance on the two rows cannot be compared: where training
  ///     buildings are not so far from one another, they tell nothing of such a change
  public static EarlierYear of(
      Matrix earlier, int row, double predicted, double[] now, double far) {
    return new EarlierYear(earlier.label()[row], predicted, earlier.tonnes()[row],
        Matrix.distance(now, earlier.values()[row]) <= far);
  }

  /// The same with tonnes as they would be by the factors of the year that is asked for. The label has none.
  ///
  /// @param ratio how many times the earlier year's tonnes they are
  public EarlierYear times(double ratio) {
    return new EarlierYear(label, predicted, ratio * tonnes, comparable);
  }

  /// The label of the year that is asked for: `earlier + f(now) − f(earlier)`, or the earlier one
  /// where the two years cannot be compared.
  ///
  /// @param now what the model predicts of it
  double label(double now) {
    return comparable ? label + now - predicted : label;
  }
}
