// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// What is known of buildings in their years, such as a row or its place among others. Of a building
/// that has several years the newest before the year that is asked for counts.
///
/// @param <T> what is known of a building in a year
public final class EarlierYears<T> {
  private final Map<String, NavigableMap<Integer, T>> years = new HashMap<>();

  /// That of buildings and years.
  public EarlierYears(Map<RowKey, T> known) {
    known.forEach((key, what) ->
        years.computeIfAbsent(key.building(), building -> new TreeMap<>()).put(key.year(), what));
  }

  /// The places of rows, from 0. Of two rows of one building and year it is the last one's.
  public static EarlierYears<Integer> places(List<RowKey> rows) {
    Map<RowKey, Integer> places = new HashMap<>();
    for (int place = 0; place < rows.size(); place++) {
      places.put(rows.get(place), place);
    }
    return new EarlierYears<>(places);
  }

  /// What is known of the same building in the newest year before; empty where nothing is.
  public Optional<T> before(RowKey key) {
    return Optional.ofNullable(years.get(key.building()))
        .map(known -> known.lowerEntry(key.year())).map(Map.Entry::getValue);
  }

  /// The first year of which anything is known; empty where nothing is.
  public OptionalInt first() {
    return years.values().stream().mapToInt(NavigableMap::firstKey).min();
  }
}
