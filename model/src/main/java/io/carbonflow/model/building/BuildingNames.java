// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.model.feature.RowKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The names that each building has in each of its years.
final class BuildingNames {
  /// The names of a building in a year.
  private record Year(int year, List<List<String>> uses, String neighborhood) {}

  private final Map<String, List<Year>> buildings = new HashMap<>();

  /// Takes those of a row.
  ///
  /// @param uses the uses that each column lists
  void take(RowKey key, List<List<String>> uses, String neighborhood) {
    buildings.computeIfAbsent(key.building(), first -> new ArrayList<>(2))
        .add(new Year(key.year(), List.copyOf(uses), neighborhood));
  }

  /// The only neighborhood that a building had in its other years.
  ///
  /// @param wanted which ones count
  Optional<String> otherNeighborhood(RowKey key, Predicate<String> wanted) {
    return only(others(key).map(Year::neighborhood).filter(wanted));
  }

  /// The uses that a building had in its other years.
  Set<String> otherUses(RowKey key) {
    Set<String> uses = new TreeSet<>();
    others(key).flatMap(year -> year.uses().stream()).forEach(uses::addAll);
    return uses;
  }

  private Stream<Year> others(RowKey key) {
    return buildings.getOrDefault(key.building(), List.of()).stream().filter(one -> one.year() != key.year());
  }

  /// The one name that there is; empty for none, and for several.
  static Optional<String> only(Stream<String> names) {
    List<String> distinct = names.distinct().limit(2).toList();
    return distinct.size() == 1 ? Optional.of(distinct.getFirst()) : Optional.empty();
  }
}
