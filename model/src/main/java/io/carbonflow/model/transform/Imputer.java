// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What stands in for features that are not known ([Feature.Fill]), learned from training rows.
///
/// @param medians the median of each feature that is filled with one; 0 where none was known
/// @param byUse the medians by use and neighborhood of each feature that is filled with those
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

  /// Learns the fills of these features.
  static Imputer fit(List<Feature> features, List<ModelRow> training) {
    var medians = new EnumMap<Feature, Double>(Feature.class);
    var byUse = new EnumMap<Feature, UseMedians>(Feature.class);
    for (Feature feature : features) {
      switch (feature.fill()) {
        case MEDIAN -> medians.put(feature, Median.of(training, feature));
        case BY_USE -> byUse.put(feature, UseMedians.fit(training, feature));
        case FROM_FLOORS, ZERO -> { }
      }
    }
    return new Imputer(medians, byUse);
  }

  /// Whether nothing has been learned but what these features can lack.
  boolean isFor(List<Feature> features) {
    return filled(features, Feature.Fill.MEDIAN).containsAll(medians.keySet())
        && filled(features, Feature.Fill.BY_USE).containsAll(byUse.keySet());
  }

  /// Whether everything that these features can lack has been learned.
  boolean covers(List<Feature> features) {
    return medians.keySet().containsAll(filled(features, Feature.Fill.MEDIAN))
        && byUse.keySet().containsAll(filled(features, Feature.Fill.BY_USE));
  }

  private static Set<Feature> filled(List<Feature> features, Feature.Fill fill) {
    return features.stream().filter(m -> m.fill() == fill).collect(Collectors.toSet());
  }

  /// A row's feature, or what stands in for it.
  double value(ModelRow row, Feature feature) {
    double value = row.feature(feature);
    if (!Double.isNaN(value)) {
      return value;
    }
    return switch (feature.fill()) {
      case MEDIAN -> medians.get(feature);
      case BY_USE -> byUse.get(feature)
          .of(row.category(Category.LARGEST_USE), row.category(Category.NEIGHBORHOOD));
      case FROM_FLOORS ->
          value(row, Feature.LOG_BUILDING_AREA)
              - Math.log(Math.max(1, value(row, Feature.FLOORS)));
      case ZERO -> 0;
    };
  }
}
