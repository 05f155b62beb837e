// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which columns a matrix gets, from what the training rows hold. The choice and the two counts
/// were made by cross-validation on training rows; shares of floor area did better than an
/// indicator for each type, whether target-encoded or one-hot, and the primary type added nothing
/// to them.
final class Levels {
  /// How many training rows must list a use for it to have an indicator.
  static final int USE_ROWS = 20;
  /// How many times a use must be among the three largest for its share to have a column.
  static final int SHARE_ROWS = 10;

  private Levels() {}

  static List<Encoding> encodings(List<Feature> features, List<ModelRow> training) {
    List<Encoding> encodings = new ArrayList<>();
    features.forEach(feature -> encodings.add(new Encoding.Value(feature)));
    frequent(training.stream().map(r -> r.category(Category.NEIGHBORHOOD)), 1)
        .forEach(value -> encodings.add(new Encoding.Level(Category.NEIGHBORHOOD, value)));
    frequent(training.stream().flatMap(r -> r.uses().stream()), USE_ROWS)
        .forEach(use -> encodings.add(new Encoding.HasUse(use)));
    List<String> shares = frequent(training.stream().flatMap(Levels::slots), SHARE_ROWS);
    shares.forEach(use -> encodings.add(new Encoding.UseShare(use)));
    encodings.add(new Encoding.OtherShare(shares));
    return encodings;
  }

  /// The uses among a row's three largest.
  static Stream<String> slots(ModelRow row) {
    return Slot.ALL.stream().filter(s -> s.exists(row)).map(s -> row.category(s.type()));
  }

  private static List<String> frequent(Stream<String> values, int least) {
    var counts = values.filter(v -> !v.isEmpty())
        .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()));
    counts.values().removeIf(count -> count < least);
    return List.copyOf(counts.keySet());
  }
}
