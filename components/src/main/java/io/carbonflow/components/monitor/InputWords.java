// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.page.Axis;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.feature.BoxCox;

/// What a model takes or gives, in words and units of people: square feet rather than their logarithm.
///
/// @param title what it is called, short enough for the axis of a figure
/// @param about what it is, in a few words more; empty for nothing more
/// @param unit what it is counted in; empty for a category
/// @param scale how figures show it; empty where that is in proportion
/// @param shown turns a value that a model takes into one in the unit; it never turns their order
record InputWords(String title, String about, String unit, String scale, DoubleUnaryOperator shown) {
  /// A number as it is written here: three digits tell what there is to see.
  private static final MathContext DIGITS = new MathContext(3);
  private static final double PER_CENT = 100;
  private static final String LOGARITHMIC = "logarithmic";

  /// By the name that findings have of it ([Change#name]).
  static InputWords of(String name) {
    return Stream.of(Feature.values()).filter(one -> one.column().equals(name)).map(InputWords::of)
        .findFirst().or(() -> Stream.of(Category.values()).filter(one -> one.column().equals(name))
            .map(one -> new InputWords(title(one), "", "", "", value -> PER_CENT * value)).findFirst())
        .orElseGet(() -> new InputWords("predictions", "what the model predicts", "t", "Box-Cox scale", BoxCox::inverse));
  }

  /// Of a number that models take.
  static InputWords of(Feature feature) {
    String unit = feature.unit();
    return switch (unit) {
      case "share" -> new InputWords(title(feature), feature.description(), "%", "", value -> PER_CENT * value);
      case "log odds" -> new InputWords(title(feature), feature.description(), unit, "", value -> value);
      default -> unit.startsWith("log (1 + ")
          ? new InputWords(title(feature), feature.description(),
              unit.substring("log (1 + ".length(), unit.length() - 1), LOGARITHMIC, Math::expm1)
          : unit.startsWith("log ")
              ? new InputWords(title(feature), feature.description(), unit.substring("log ".length()), LOGARITHMIC,
                  Math::exp)
              : new InputWords(title(feature), feature.description(), unit, "", value -> value);
    };
  }

  /// A value with its unit.
  String text(double value) {
    return Double.isNaN(value) ? "not known" : number(value) + unit(number(value));
  }

  /// A scale, such as that of scores, is no unit; one building is no buildings.
  private String unit(String number) {
    return unit.contains(" to ") || unit.contains(" or ") ? "" : unit.isEmpty() || unit.equals("%") ? "%"
        : " " + (number.equals("1") && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit);
  }

  /// An axis of its values.
  Axis axis() {
    return Axis.of(scale.isEmpty() ? unit : unit + ", " + scale).labeled(this::number);
  }

  private String number(double value) {
    double number = shown.applyAsDouble(value);
    return !Double.isFinite(number) ? "" : unit.equals("year") || unit.equals("degrees") ? Axis.number(number)
        : Axis.number(new BigDecimal(number).round(DIGITS).doubleValue());
  }

  private static String title(Category category) {
    return switch (category) {
      case PRIMARY_TYPE -> "property type";
      case LARGEST_USE -> "largest use";
      case SECOND_USE -> "second use";
      case THIRD_USE -> "third use";
      case BUILDING_TYPE -> "building type";
      case NEIGHBORHOOD -> "neighborhood";
      case NEIGHBORHOOD_CLASS -> "neighborhood class";
    };
  }

  private static String title(Feature feature) {
    return switch (feature) {
      case LOG_AREA -> "floor area";
      case LOG_TOTAL_AREA -> "area with parking";
      case LOG_BUILDING_AREA -> "area without parking";
      case LOG_PARKING_AREA -> "parking area";
      case LOG_LARGEST_AREA -> "area of largest use";
      case LOG_SECOND_AREA -> "area of second use";
      case LOG_THIRD_AREA -> "area of third use";
      case LOG_AREA_PER_FLOOR -> "area of a floor";
      case PARKING_SHARE -> "share of parking";
      case LOG_NON_PARKING_AREA -> "uses without parking";
      case FLOORS -> "floors";
      case BUILDINGS -> "buildings";
      case AGE -> "age";
      case AGE_SQUARED -> "age, squared";
      case YEAR -> "year";
      case USE_TYPES -> "number of uses";
      case LARGEST_SHARE -> "share of largest use";
      case SECOND_SHARE -> "share of second use";
      case THIRD_SHARE -> "share of third use";
      case REFERENCE_INTENSITY -> "usual energy of uses";
      case LATITUDE -> "latitude";
      case LONGITUDE -> "longitude";
      case SCORE -> "ENERGY STAR score";
      case SCORE_MISSING -> "no ENERGY STAR score";
      case SCORE_LOGIT -> "score, log odds";
      case ELECTRICITY_SHARE -> "electricity";
      case GAS_SHARE -> "natural gas";
      case STEAM_SHARE -> "district steam";
      case HOT_WATER_SHARE -> "hot water";
      case CHILLED_WATER_SHARE -> "chilled water";
      case OIL_SHARE -> "fuel oil";
      case OTHER_FUEL_SHARE -> "other fuels";
      case LOG_FACTOR -> "emission factor";
    };
  }
}
