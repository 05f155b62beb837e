// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import io.carbonflow.model.building.Column;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is particular in how a city's tables are written.
///
/// @param missing words that stand for no value, in any letter case, beside those of any table (`NA`, …)
/// @param cut names that a portal cut off, so that each may be one of two
/// @param unread columns that are known not to be read, and are not reported
public record CityTables(List<String> missing, Map<String, Cut> cut, List<String> unread) {
  /// There is nothing particular.
  public static final CityTables PLAIN = new CityTables(List.of(), Map.of(), List.of());

  /// What a name that was cut off may have been: a use where a table has the same name with a `1` at its end,
  /// the use's area where it has the whole name of the use.
  ///
  /// @param use a column of a use
  /// @param area that of its floor area
  public record Cut(Column use, Column area) {}

  /// Copies, and checks the texts.
  ///
  /// @throws IllegalArgumentException if one is empty, or there twice
  public CityTables {
    missing = Texts.names(missing);
    Texts.names(cut.keySet());
    cut = Collections.unmodifiableMap(new LinkedHashMap<>(cut));
    unread = Texts.names(unread);
  }
}
