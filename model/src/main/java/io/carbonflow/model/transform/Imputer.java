package io.carbonflow.model.transform;

import module java.base;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;

/// What stands in for measures that are not known ([Feature.Fill]), learned from training rows.
///
/// @param medians the median of each measure that is filled with one; 0 where none was known
/// @param byUse the medians by use and neighborhood of each measure that is filled with those
public record Imputer(Map<Feature, Double> medians, Map<Feature, UseMedians> byUse) {

  /// Copies the maps.
  public Imputer {
    medians = Collections.unmodifiableMap(copy(medians));
    byUse = Collections.unmodifiableMap(copy(byUse));
  }

  private static <V> Map<Feature, V> copy(Map<Feature, V> map) {
    var copy = new EnumMap<Feature, V>(Feature.class);
    copy.putAll(map);
    return copy;
  }

  /// Learns the fills of these measures.
  static Imputer fit(List<Feature> measures, List<ModelRow> training) {
    var medians = new EnumMap<Feature, Double>(Feature.class);
    var byUse = new EnumMap<Feature, UseMedians>(Feature.class);
    for (Feature measure : measures) {
      switch (measure.fill()) {
        case MEDIAN -> medians.put(measure, Median.of(training, measure));
        case BY_USE -> byUse.put(measure, UseMedians.fit(training, measure));
        case FROM_FLOORS, ZERO -> { }
      }
    }
    return new Imputer(medians, byUse);
  }

  /// Whether everything that these measures can lack has been learned, and nothing else.
  boolean matches(List<Feature> measures) {
    return medians.keySet().equals(filled(measures, Feature.Fill.MEDIAN))
        && byUse.keySet().equals(filled(measures, Feature.Fill.BY_USE));
  }

  private static Set<Feature> filled(List<Feature> measures, Feature.Fill fill) {
    return measures.stream().filter(m -> m.fill() == fill).collect(Collectors.toSet());
  }

  /// A row's measure, or what stands in for it.
  double value(ModelRow row, Feature measure) {
    double value = row.measure(measure);
    if (!Double.isNaN(value)) {
      return value;
    }
    return switch (measure.fill()) {
      case MEDIAN -> medians.get(measure);
      case BY_USE -> byUse.get(measure)
          .of(row.category(Category.LARGEST_USE), row.category(Category.NEIGHBORHOOD));
      case FROM_FLOORS ->
          value(row, Feature.LOG_BUILDING_AREA)
              - Math.log(Math.max(1, value(row, Feature.FLOORS)));
      case ZERO -> 0;
    };
  }
}
