package io.carbonflow.model.building;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What a person knows of a building, each with all measures that are computed from it. Reasons and
/// flags name these, not the columns of a matrix.
public enum SourceFeature {
  /// How large it is.
  FLOOR_AREA("floor area", Quantity.FLOOR_AREA::text,
      Measure.LOG_AREA, Measure.LOG_TOTAL_AREA, Measure.LOG_BUILDING_AREA,
      Measure.LOG_NON_PARKING_AREA, Measure.LOG_LARGEST_AREA),
  /// How much of it is parking.
  PARKING("parking", Quantity.PARKING_AREA::text,
      Measure.LOG_PARKING_AREA, Measure.PARKING_SHARE),
  /// What it is used for, and which part of the floor area each of the three largest uses has.
  USES("uses", SourceFeature::uses,
      Measure.USE_TYPES, Measure.LARGEST_SHARE, Measure.SECOND_SHARE, Measure.THIRD_SHARE,
      Measure.LOG_SECOND_AREA, Measure.LOG_THIRD_AREA),
  /// How many floors it has.
  FLOORS("floors", Quantity.FLOORS::text, Measure.FLOORS, Measure.LOG_AREA_PER_FLOOR),
  /// How many buildings the property has.
  BUILDINGS("buildings", Quantity.BUILDINGS::text, Measure.BUILDINGS),
  /// When it was built.
  AGE("age", Quantity.AGE::text, Measure.AGE, Measure.AGE_SQUARED),
  /// The year the data is of.
  YEAR("data year", Quantity.YEAR::text, Measure.YEAR),
  /// Where it stands.
  LOCATION("location", row -> orUnknown(row.category(Category.NEIGHBORHOOD)),
      Measure.LATITUDE, Measure.LONGITUDE),
  /// Its ENERGY STAR score.
  SCORE("ENERGY STAR score", Quantity.SCORE::text,
      Measure.SCORE, Measure.SCORE_MISSING, Measure.SCORE_LOGIT),
  /// Its mix of fuels.
  FUELS("fuels", SourceFeature::fuels,
      Measure.ELECTRICITY_SHARE, Measure.GAS_SHARE, Measure.STEAM_SHARE, Measure.LOG_FACTOR);

  /// What stands for a value that is not known.
  static final String UNKNOWN = "not known";

  private static final Map<Measure, SourceFeature> BY_MEASURE = new EnumMap<>(Measure.class);

  static {
    for (SourceFeature feature : values()) {
      feature.measures.forEach(measure -> BY_MEASURE.put(measure, feature));
    }
  }

  private final String title;
  private final Function<ModelRow, String> value;
  private final Set<Measure> measures;

  SourceFeature(String title, Function<ModelRow, String> value, Measure... measures) {
    this.title = title;
    this.value = value;
    this.measures = Set.of(measures);
  }

  /// The feature that a measure is computed from.
  public static SourceFeature of(Measure measure) {
    return BY_MEASURE.get(measure);
  }

  /// The feature that a category tells something of.
  public static SourceFeature of(Category category) {
    return switch (category) {
      case NEIGHBORHOOD, NEIGHBORHOOD_CLASS -> LOCATION;
      case PRIMARY_TYPE, LARGEST_USE, SECOND_USE, THIRD_USE, BUILDING_TYPE -> USES;
    };
  }

  /// Its name for people.
  public String title() {
    return title;
  }

  /// A building's value in words, such as `52,000 sq ft`; `not known` where it is not.
  public String value(ModelRow row) {
    return value.apply(row);
  }

  private static String uses(ModelRow row) {
    List<String> parts = new ArrayList<>();
    add(parts, row, Category.LARGEST_USE, Measure.LARGEST_SHARE);
    add(parts, row, Category.SECOND_USE, Measure.SECOND_SHARE);
    add(parts, row, Category.THIRD_USE, Measure.THIRD_SHARE);
    return parts.isEmpty() ? UNKNOWN : String.join(", ", parts);
  }

  private static void add(List<String> parts, ModelRow row, Category use, Measure share) {
    if (!row.category(use).equals(Use.NONE)) {
      parts.add(row.category(use) + percent(row.measure(share)));
    }
  }

  private static String fuels(ModelRow row) {
    return String.join(", ", Arrays.stream(
            new Quantity[] {Quantity.ELECTRICITY, Quantity.GAS, Quantity.STEAM})
        .filter(fuel -> row.measure(fuel.measure()) != 0)
        .map(fuel -> fuel.title() + percent(row.measure(fuel.measure()))).toList());
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "" : String.format(Locale.ROOT, " %.0f %%", 100 * share);
  }

  private static String orUnknown(String text) {
    return text.isEmpty() ? UNKNOWN : text;
  }
}
