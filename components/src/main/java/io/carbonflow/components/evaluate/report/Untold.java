// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import module java.base;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.FeatureSet;

/// What the tables of a city tell nothing of: it is not known of any row, or the same of all.
final class Untold {
  private Untold() {}

  /// The groups of features that no training row tells apart, in their order.
  static List<FeatureGroup> of(FeatureSet features, List<ModelRow> training) {
    Set<FeatureGroup> told = EnumSet.noneOf(FeatureGroup.class);
    Feature.of(features).stream().filter(feature -> differs(feature, training))
        .forEach(feature -> told.add(FeatureGroup.of(feature)));
    if (training.stream().anyMatch(row -> !row.category(Category.NEIGHBORHOOD).isEmpty())) {
      told.add(FeatureGroup.LOCATION);
    }
    if (training.stream().map(row -> row.category(Category.LARGEST_USE)).distinct().count() > 1) {
      told.add(FeatureGroup.USES);
    }
    return Feature.of(features).stream().map(FeatureGroup::of).distinct().sorted()
        .filter(group -> group != FeatureGroup.YEAR && !told.contains(group)).toList();
  }

  private static boolean differs(Feature feature, List<ModelRow> rows) {
    return rows.stream().mapToDouble(row -> row.feature(feature)).filter(value -> !Double.isNaN(value))
        .distinct().limit(2).count() > 1;
  }

  /// A sentence; empty where the tables tell of all.
  static Optional<String> sentence(List<FeatureGroup> untold) {
    return untold.isEmpty() ? Optional.empty() : Optional.of("Its tables tell nothing of " + words(untold)
        + ", so no model knows of " + (untold.size() == 1 ? "it." : "them."));
  }

  private static String words(List<FeatureGroup> untold) {
    List<String> titles = untold.stream().map(FeatureGroup::title).toList();
    return titles.size() == 1 ? titles.getFirst()
        : String.join(", ", titles.subList(0, titles.size() - 1)) + " and " + titles.getLast();
  }
}
