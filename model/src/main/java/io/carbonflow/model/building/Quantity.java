// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/// A number that a person knows of a building, and the feature that models know it by. In the order
/// in which a row is looked at for what is unusual.
public enum Quantity {
  FLOOR_AREA("floor area", Feature.LOG_AREA, Math::exp, "%,.0f sq ft"),
  TOTAL_AREA("floor area with parking", Feature.LOG_TOTAL_AREA, Math::exp, "%,.0f sq ft"),
  PARKING_AREA("parking", Feature.LOG_PARKING_AREA, Math::expm1, "%,.0f sq ft"),
  FLOORS("floors", Feature.FLOORS, v -> v, "%,.0f"),
  AREA_PER_FLOOR("floor area per floor", Feature.LOG_AREA_PER_FLOOR, Math::exp, "%,.0f sq ft"),
  BUILDINGS("buildings", Feature.BUILDINGS, v -> v, "%,.0f"),
  AGE("age", Feature.AGE, v -> v, "%,.0f years"),
  YEAR("data year", Feature.YEAR, v -> v + 2015, "%.0f"),
  USE_TYPES("number of uses", Feature.USE_TYPES, v -> v, "%,.0f"),
  LATITUDE("latitude", Feature.LATITUDE, v -> v, "%.4f"),
  LONGITUDE("longitude", Feature.LONGITUDE, v -> v, "%.4f"),
  SCORE("ENERGY STAR score", Feature.SCORE, v -> v, "%.0f"),
  ELECTRICITY("electricity", Feature.ELECTRICITY_SHARE, v -> 100 * v, "%.1f%%"),
  GAS("natural gas", Feature.GAS_SHARE, v -> 100 * v, "%.1f%%"),
  STEAM("steam", Feature.STEAM_SHARE, v -> 100 * v, "%.1f%%"),
  HOT_WATER("hot water", Feature.HOT_WATER_SHARE, v -> 100 * v, "%.1f%%"),
  CHILLED_WATER("chilled water", Feature.CHILLED_WATER_SHARE, v -> 100 * v, "%.1f%%"),
  OIL("fuel oil", Feature.OIL_SHARE, v -> 100 * v, "%.1f%%"),
  OTHER_FUEL("other fuels", Feature.OTHER_FUEL_SHARE, v -> 100 * v, "%.1f%%");

  private final String title;
  private final Feature feature;
  private final DoubleUnaryOperator shown;
  private final String format;

  Quantity(String title, Feature feature, DoubleUnaryOperator shown, String format) {
    this.title = title;
    this.feature = feature;
    this.shown = shown;
    this.format = format;
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// The feature that holds it, perhaps as a logarithm.
  public Feature feature() {
    return feature;
  }

  /// A value of the feature as people write it, `9,000,000 sq ft`; `not known` for NaN.
  public String text(double value) {
    return Double.isNaN(value) ? FeatureGroup.UNKNOWN
        : String.format(Locale.ROOT, format, shown.applyAsDouble(value));
  }

  /// A row's value as people write it.
  public String text(ModelRow row) {
    return text(row.feature(feature));
  }
}
