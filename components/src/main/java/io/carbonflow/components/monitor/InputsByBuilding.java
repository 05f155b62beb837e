// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;

/// What a model takes of buildings. A building counts once: with the mean of a number over its years, and with the last
/// year's category. Numbers are on the steps on which the model takes them: how a table rounds is not a drift, as where
/// an all-electric building's share is 1.00004 in one year and 1 in another.
///
/// @param buildings the rows of each, in the order of their ids
record InputsByBuilding(List<List<ModelRow>> buildings) {

  /// Copies the list.
  InputsByBuilding {
    buildings = List.copyOf(buildings);
  }

  /// Those of some rows.
  static InputsByBuilding of(List<ModelRow> rows) {
    return new InputsByBuilding(List.copyOf(rows.stream().map(ModelRow::stepped).collect(Collectors.groupingBy(
        row -> row.key().building(), TreeMap::new, Collectors.toList())).values()));
  }

  /// How many buildings there are.
  int size() {
    return buildings.size();
  }

  /// The value of a number of each building, NaN where it is not known.
  double[] of(Feature feature) {
    return buildings.stream().mapToDouble(rows -> rows.stream().mapToDouble(row -> row.feature(feature))
        .filter(known -> !Double.isNaN(known)).average().orElse(Double.NaN)).toArray();
  }

  /// The value of a category of each building.
  List<String> of(Category category) {
    return buildings.stream().map(rows -> rows.stream()
        .max(Comparator.comparingInt(row -> row.key().year())).orElseThrow().category(category))
        .toList();
  }
}
