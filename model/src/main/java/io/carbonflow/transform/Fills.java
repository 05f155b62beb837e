package io.carbonflow.transform;

import io.carbonflow.building.Category;
import io.carbonflow.building.Measure;
import io.carbonflow.building.ModelRow;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        case ZERO -> { }
      }
    }
    return new Fills(medians, byUse);
  }

  /// The measures for which something has been learned.
  Set<Measure> measures() {
    var measures = EnumSet.noneOf(Measure.class);
    medians.keySet().stream().filter(m -> m.fill() == Measure.Fill.MEDIAN).forEach(measures::add);
    byUse.keySet().stream().filter(m -> m.fill() == Measure.Fill.BY_USE).forEach(measures::add);
    return measures;
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
      case ZERO -> 0;
    };
  }
}
