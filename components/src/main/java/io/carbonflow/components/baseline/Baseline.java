// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.baseline;

import module java.base;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.FuelMix;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.BoxCox;

/// A baseline for predicting emissions. A model that does not beat the first two is not worth its
/// trouble; the third shows how little is left to learn once the energy is metered.
public enum Baseline {
  /// The mean of the property type's training rows, on the Box-Cox scale; of a type that none of
  /// them has, the mean of all.
  MEAN_BY_TYPE("Mean by property type") {
    @Override
    ToDoubleFunction<ModelRow> fit(List<ModelRow> training, YearFactors factors) {
      return byType(training, 0);
    }
  },

  /// A line in the logarithm of the floor area, on the Box-Cox scale, by least squares: one slope
  /// for all, and a height for each property type.
  LINE_BY_TYPE("Line in log area, by property type") {
    @Override
    ToDoubleFunction<ModelRow> fit(List<ModelRow> training, YearFactors factors) {
      return byType(training, slope(training));
    }
  },

  /// The year's emission factors times the metered energy of each fuel, which nobody knows of a building
  /// without meters. Nothing else is fitted.
  EMISSION_FACTORS("Emission factors × metered energy") {
    @Override
    ToDoubleFunction<ModelRow> fit(List<ModelRow> training, YearFactors factors) {
      return row -> BoxCox.of(row.siteEnergy()
          * factors.of(row.key().year()).factors().of(FuelMix.of(row)));
    }

    @Override
    public boolean knows(ModelRow row) {
      return row.siteEnergy() > 0 && !Double.isNaN(row.emissionFactor());
    }
  };

  private final String title;

  Baseline(String title) {
    this.title = title;
  }

  /// The name as it stands in results: `mean_by_type`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The name as people write it.
  public String title() {
    return title;
  }

  /// Whether a model has to beat it to be worth its trouble; the emission factors know the answer.
  public boolean hasToBeBeaten() {
    return this != EMISSION_FACTORS;
  }

  /// Whether all that it needs is known of a row.
  public boolean knows(ModelRow row) {
    return true;
  }

  /// Learns from rows, at least one of them.
  ///
  /// @param factors the emission factors of the years
  /// @return predicts a row on the Box-Cox scale
  abstract ToDoubleFunction<ModelRow> fit(List<ModelRow> training, YearFactors factors);

  private static ToDoubleFunction<ModelRow> byType(List<ModelRow> training, double slope) {
    Map<String, Double> heights = training.stream().collect(Collectors.groupingBy(
        Baseline::type, Collectors.averagingDouble(row -> row.boxCox() - slope * logArea(row))));
    double height = training.stream().mapToDouble(row -> row.boxCox() - slope * logArea(row))
        .average().orElseThrow();
    return row -> heights.getOrDefault(type(row), height) + slope * logArea(row);
  }

  /// The slope within types, 0 where no type has buildings of different size.
  private static double slope(List<ModelRow> training) {
    Map<String, Double> areas = training.stream().collect(
        Collectors.groupingBy(Baseline::type, Collectors.averagingDouble(Baseline::logArea)));
    double products = 0;
    double squares = 0;
    for (ModelRow row : training) {
      double distance = logArea(row) - areas.get(type(row));
      products += distance * row.boxCox();
      squares += distance * distance;
    }
    return squares == 0 ? 0 : products / squares;
  }

  private static String type(ModelRow row) {
    return row.category(Category.PRIMARY_TYPE);
  }

  private static double logArea(ModelRow row) {
    return Math.log(row.area());
  }
}
