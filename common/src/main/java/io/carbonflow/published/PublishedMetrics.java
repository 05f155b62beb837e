// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import module java.base;
import com.google.gson.annotations.SerializedName;
import io.carbonflow.base.json.SnakeCase;
import io.carbonflow.model.feature.FeatureSet;

/// How well a model did on its held-out buildings when it was published: what it is measured by from
/// then on.
///
/// @param model the model's name, that of an estimator or `ensemble`
/// @param features what it knows of a building
/// @param rows the held-out rows, at least 1
/// @param r2 R² on the Box-Cox scale of tonnes
/// @param tonnesR2 R² in tonnes
/// @param tonnesMae the mean absolute error in tonnes
/// @param coverage the share of rows whose emissions lie within their intervals, which are to hold
///     [io.carbonflow.model.interval.Interval#LEVEL] of them; empty if the model tells none
/// @param types the mean absolute errors by property type, those with the most rows first
@SnakeCase
public record PublishedMetrics(
    String model,
    FeatureSet features,
    int rows,
    double r2,
    double tonnesR2,
    double tonnesMae,
    OptionalDouble coverage,
    List<OfType> types) {

  /// What was promised of one property type.
  ///
  /// @param type the property type
  /// @param rows how many held-out rows are of it
  /// @param mae the mean absolute error in tonnes
  public record OfType(String type, int rows, @SerializedName("tonnes_mae") double mae) {}

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if there is no row
  public PublishedMetrics {
    types = List.copyOf(types);
    if (rows < 1) {
      throw new IllegalArgumentException("a promise by " + rows + " rows");
    }
  }
}
