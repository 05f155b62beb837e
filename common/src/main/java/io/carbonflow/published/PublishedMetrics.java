// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import module java.base;
import com.google.gson.annotations.SerializedName;
import io.carbonflow.base.json.SnakeCase;
import io.carbonflow.model.feature.FeatureSet;

/// How well a model did on its held-out buildings when it was published, and which R² it promises by
/// that: what it is measured by from then on.
///
/// @param model the model's name, that of an estimator or `ensemble`
/// @param features what it knows of a building
/// @param rows the held-out rows, at least 1
/// @param r2 R² on the Box-Cox scale of tonnes that is to be expected on other buildings
/// @param measuredR2 what it was on the held-out rows; empty where that is what is expected
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
    OptionalDouble measuredR2,
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

  /// As measured, where nothing is known of chance.
  public PublishedMetrics(String model, FeatureSet features, int rows, double r2, double tonnesR2,
      double tonnesMae, OptionalDouble coverage, List<OfType> types) {
    this(model, features, rows, r2, OptionalDouble.empty(), tonnesR2, tonnesMae, coverage, types);
  }

  /// R² on the Box-Cox scale on the held-out rows.
  public double measured() {
    return measuredR2.orElse(r2);
  }

  /// The same with the R² that is to be expected on other buildings.
  ///
  /// @param optimism by how much the measured one is higher than that, 0 or more
  public PublishedMetrics lessBy(double optimism) {
    return new PublishedMetrics(model, features, rows, measured() - optimism,
        optimism == 0 ? OptionalDouble.empty() : OptionalDouble.of(measured()), tonnesR2, tonnesMae,
        coverage, types);
  }
}
