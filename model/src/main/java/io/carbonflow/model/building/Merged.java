// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.feature.RowKey;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What became of tables that were merged.
///
/// @param table the rows that were chosen, in the one schema, sorted by year and building
/// @param years how many rows of each year each table has, chosen or not, in the order of the tables
/// @param leftOut how many rows there are of each year that was not chosen
/// @param repeated the rows that came again, in the order in which they came
public record Merged(Table table, List<SortedMap<Integer, Integer>> years,
    SortedMap<Integer, Integer> leftOut, List<Repeated> repeated) {

  /// A row whose building and year were there already, with the same content in the one schema.
  ///
  /// @param key the building and year
  /// @param first where they were before
  /// @param again where they came again
  public record Repeated(RowKey key, Place first, Place again) {}

  /// Copies the collections.
  public Merged {
    years = years.stream().<SortedMap<Integer, Integer>>map(
        one -> Collections.unmodifiableSortedMap(new TreeMap<>(one))).toList();
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    repeated = List.copyOf(repeated);
  }

  /// The years of the rows that were chosen.
  public SortedSet<Integer> chosenYears() {
    SortedSet<Integer> chosen = new TreeSet<>();
    years.forEach(one -> chosen.addAll(one.keySet()));
    chosen.removeAll(leftOut.keySet());
    return chosen;
  }
}
