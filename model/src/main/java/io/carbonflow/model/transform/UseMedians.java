// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Medians of one feature by largest use and neighborhood.
///
/// @param all the median of all buildings; 0 where none is known
/// @param uses the median of each largest use of which one is known
/// @param neighborhoods the same for each use in each neighborhood: first the use, then the place
public record UseMedians(
    double all, Map<String, Double> uses, Map<String, Map<String, Double>> neighborhoods) {

  /// Copies the maps, in alphabetical order.
  public UseMedians {
    uses = Collections.unmodifiableMap(new TreeMap<>(uses));
    var copy = new TreeMap<String, Map<String, Double>>();
    neighborhoods.forEach((use, medians) ->
        copy.put(use, Collections.unmodifiableMap(new TreeMap<>(medians))));
    neighborhoods = Collections.unmodifiableMap(copy);
  }

  static UseMedians fit(List<ModelRow> training, Feature feature) {
    List<ModelRow> known =
        training.stream().filter(row -> !Double.isNaN(row.feature(feature))).toList();
    var uses = new TreeMap<String, Double>();
    var neighborhoods = new TreeMap<String, Map<String, Double>>();
    by(Category.LARGEST_USE, known).forEach((use, rows) -> {
      uses.put(use, Median.of(rows, feature));
      var places = new TreeMap<String, Double>();
      by(Category.NEIGHBORHOOD, rows).forEach((place, some) ->
          places.put(place, Median.of(some, feature)));
      neighborhoods.put(use, places);
    });
    return new UseMedians(Median.of(known, feature), uses, neighborhoods);
  }

  private static Map<String, List<ModelRow>> by(Category category, List<ModelRow> rows) {
    Function<ModelRow, String> value = row -> row.category(category);
    return rows.stream().collect(Collectors.groupingBy(value));
  }

  /// What stands in for a building of this use in this neighborhood.
  double of(String use, String neighborhood) {
    Double here = neighborhoods.getOrDefault(use, Map.of()).get(neighborhood);
    return here != null ? here : uses.getOrDefault(use, all);
  }
}
