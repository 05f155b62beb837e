// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What a person knows of a building, each with all features that are computed from it. Reasons and
/// flags name these, not the columns of a matrix.
public enum FeatureGroup {
  /// How large it is.
  FLOOR_AREA("floor area", Quantity.FLOOR_AREA::text,
      columns(Column.TOTAL_AREA, Column.BUILDING_AREA, Column.LARGEST_USE_AREA,
          Column.SECOND_USE_AREA, Column.THIRD_USE_AREA),
      Feature.LOG_AREA, Feature.LOG_TOTAL_AREA, Feature.LOG_BUILDING_AREA,
      Feature.LOG_NON_PARKING_AREA, Feature.LOG_LARGEST_AREA),
  /// How much of it is parking.
  PARKING("parking", Quantity.PARKING_AREA::text,
      columns(Column.PARKING_AREA),
      Feature.LOG_PARKING_AREA, Feature.PARKING_SHARE),
  /// What it is used for, and which part of the floor area each of the three largest uses has.
  USES("uses", FeatureGroup::uses,
      columns(Column.LARGEST_USE, Column.SECOND_USE, Column.THIRD_USE, Column.USES),
      Feature.USE_TYPES, Feature.LARGEST_SHARE, Feature.SECOND_SHARE, Feature.THIRD_SHARE,
      Feature.LOG_SECOND_AREA, Feature.LOG_THIRD_AREA, Feature.REFERENCE_INTENSITY),
  /// How many floors it has.
  FLOORS("floors", Quantity.FLOORS::text,
      columns(Column.FLOORS),
      Feature.FLOORS, Feature.LOG_AREA_PER_FLOOR),
  /// How many buildings the property has.
  BUILDINGS("buildings", Quantity.BUILDINGS::text,
      columns(Column.BUILDINGS),
      Feature.BUILDINGS),
  /// When it was built.
  AGE("age", Quantity.AGE::text,
      columns(Column.YEAR_BUILT),
      Feature.AGE, Feature.AGE_SQUARED),
  /// The year the data is of.
  YEAR("data year", Quantity.YEAR::text,
      columns(Column.DATA_YEAR),
      Feature.YEAR),
  /// Where it stands.
  LOCATION("location", row -> orUnknown(row.category(Category.NEIGHBORHOOD)),
      columns(Column.NEIGHBORHOOD, Column.LATITUDE, Column.LONGITUDE),
      Feature.LATITUDE, Feature.LONGITUDE),
  /// Its ENERGY STAR score.
  SCORE("ENERGY STAR score", Quantity.SCORE::text,
      columns(Column.ENERGY_STAR_SCORE),
      Feature.SCORE, Feature.SCORE_MISSING, Feature.SCORE_LOGIT),
  /// Its mix of fuels.
  FUELS("fuels", FeatureGroup::fuels,
      columns(Column.SITE_ENERGY, Column.ELECTRICITY, Column.GAS, Column.STEAM, Column.HOT_WATER,
          Column.CHILLED_WATER, Column.OIL, Column.OTHER_FUEL),
      Feature.ELECTRICITY_SHARE, Feature.GAS_SHARE, Feature.STEAM_SHARE, Feature.HOT_WATER_SHARE,
      Feature.CHILLED_WATER_SHARE, Feature.OIL_SHARE, Feature.OTHER_FUEL_SHARE, Feature.LOG_FACTOR);

  /// What stands for a value that is not known.
  static final String UNKNOWN = "not known";

  private static final Map<Feature, FeatureGroup> BY_FEATURE = new EnumMap<>(Feature.class);

  static {
    for (FeatureGroup group : values()) {
      group.features.forEach(feature -> BY_FEATURE.put(feature, group));
    }
  }

  private final String title;
  private final Function<ModelRow, String> value;
  private final List<Column> columns;
  private final Set<Feature> features;

  FeatureGroup(String title, Function<ModelRow, String> value, List<Column> columns,
      Feature... features) {
    this.title = title;
    this.value = value;
    this.columns = columns;
    this.features = Set.of(features);
  }

  /// The group that a feature belongs to.
  public static FeatureGroup of(Feature feature) {
    return BY_FEATURE.get(feature);
  }

  /// The feature that a category tells something of.
  public static FeatureGroup of(Category category) {
    return switch (category) {
      case NEIGHBORHOOD, NEIGHBORHOOD_CLASS -> LOCATION;
      case PRIMARY_TYPE, LARGEST_USE, SECOND_USE, THIRD_USE, BUILDING_TYPE -> USES;
    };
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// The features that are computed from it.
  Set<Feature> features() {
    return features;
  }

  /// The columns of the city's tables that tell of it first of all, in the order of the schema.
  public List<Column> columns() {
    return columns;
  }

  /// A building's value in words, such as `52,000 sq ft`; `not known` where it is not.
  public String value(ModelRow row) {
    return value.apply(row);
  }

  private static List<Column> columns(Column... columns) {
    return List.of(columns);
  }

  private static String uses(ModelRow row) {
    List<String> parts = new ArrayList<>();
    add(parts, row, Category.LARGEST_USE, Feature.LARGEST_SHARE);
    add(parts, row, Category.SECOND_USE, Feature.SECOND_SHARE);
    add(parts, row, Category.THIRD_USE, Feature.THIRD_SHARE);
    return parts.isEmpty() ? UNKNOWN : String.join(", ", parts);
  }

  private static void add(List<String> parts, ModelRow row, Category use, Feature share) {
    if (!row.category(use).equals(Use.NONE)) {
      parts.add(row.category(use) + percent(row.feature(share)));
    }
  }

  private static String fuels(ModelRow row) {
    return String.join(", ", Arrays.stream(
            new Quantity[] {Quantity.ELECTRICITY, Quantity.GAS, Quantity.STEAM, Quantity.HOT_WATER,
                Quantity.CHILLED_WATER, Quantity.OIL, Quantity.OTHER_FUEL})
        .filter(fuel -> row.feature(fuel.feature()) != 0)
        .filter(fuel -> !Fuel.isOnlyWhereNamed(fuel.feature()) || !Double.isNaN(row.feature(fuel.feature())))
        .map(fuel -> fuel.title() + percent(row.feature(fuel.feature()))).toList());
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "" : String.format(Locale.ROOT, " %.0f%%", 100 * share);
  }

  private static String orUnknown(String text) {
    return text.isEmpty() ? UNKNOWN : text;
  }
}
