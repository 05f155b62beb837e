package io.carbonflow.model.transform;

import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Measure;
import io.carbonflow.model.building.ModelRow;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands in for measures that are not known ([Measure.Fill]), learned from training rows.
///
/// @param medians the median of each measure that is filled with one; 0 where none was known
/// @param byUse the medians by use and neighborhood of each measure that is filled with those
public record Fills(Map<Measure, Double> medians, Map<Measure, UseMedians> byUse) {

  /// Copies the maps.
  public Fills {
    medians = Collections.unmodifiableMap(copy(medians));
    byUse = Collections.unmodifiableMap(copy(byUse));
  }

  private static <V> Map<Measure, V> copy(Map<Measure, V> map) {
    var copy = new EnumMap<Measure, V>(Measure.class);
    copy.putAll(map);
    return copy;
  }

  /// Learns the fills of these measures.
  static Fills fit(List<Measure> measures, List<ModelRow> training) {
    var medians = new EnumMap<Measure, Double>(Measure.class);
    var byUse = new EnumMap<Measure, UseMedians>(Measure.class);
    for (Measure measure : measures) {
      switch (measure.fill()) {
        case MEDIAN -> medians.put(measure, Median.of(training, measure));
        case BY_USE -> byUse.put(measure, UseMedians.fit(training, measure));
        case FROM_FLOORS, ZERO -> { }
      }
    }
    return new Fills(medians, byUse);
  }

  /// Whether everything that these measures can lack has been learned, and nothing else.
  boolean matches(List<Measure> measures) {
    return medians.keySet().equals(filled(measures, Measure.Fill.MEDIAN))
        && byUse.keySet().equals(filled(measures, Measure.Fill.BY_USE));
  }

  private static Set<Measure> filled(List<Measure> measures, Measure.Fill fill) {
    return measures.stream().filter(m -> m.fill() == fill).collect(Collectors.toSet());
  }

  /// A row's measure, or what stands in for it.
  double value(ModelRow row, Measure measure) {
    double value = row.measure(measure);
    if (!Double.isNaN(value)) {
      return value;
    }
    return switch (measure.fill()) {
      case MEDIAN -> medians.get(measure);
      case BY_USE -> byUse.get(measure)
          .of(row.category(Category.LARGEST_USE), row.category(Category.NEIGHBORHOOD));
      case FROM_FLOORS ->
          value(row, Measure.LOG_BUILDING_AREA)
              - Math.log(Math.max(1, value(row, Measure.FLOORS)));
      case ZERO -> 0;
    };
  }
}
