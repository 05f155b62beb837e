// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The columns of a table, in order, each with the name that it has in the file.
public final class Header {
  private final List<String> names;
  private final List<String> origins;
  private final Set<Integer> decimalCommas;
  private final Map<String, Integer> positions = new HashMap<>();

  /// Columns whose names are those in the file.
  ///
  /// @throws IllegalArgumentException if a name other than the empty one appears twice
  public Header(List<String> names) {
    this(names, names);
  }

  /// Columns that have been renamed.
  ///
  /// @param names what the columns are called here
  /// @param origins what each is called in the file, for messages
  /// @throws IllegalArgumentException if a name other than the empty one appears twice
  public Header(List<String> names, List<String> origins) {
    this(names, origins, Set.of());
  }

  private Header(List<String> names, List<String> origins, Set<Integer> decimalCommas) {
    this.decimalCommas = Set.copyOf(decimalCommas);
    this.names = List.copyOf(names);
    this.origins = List.copyOf(origins);
    if (names.size() != origins.size()) {
      throw new IllegalArgumentException(names.size() + " names, " + origins.size() + " origins");
    }
    for (int i = 0; i < names.size(); i++) {
      if (positions.putIfAbsent(names.get(i), i) != null && !names.get(i).isEmpty()) {
        throw new IllegalArgumentException("column " + names.get(i) + " appears twice");
      }
    }
  }

  /// The same columns, with a decimal comma in the numbers of some.
  ///
  /// @param at the positions of these, from 0
  Header withDecimalCommas(Set<Integer> at) {
    return new Header(names, origins, at);
  }

  /// Whether the numbers of a column are written with a decimal comma, `1.234,5`; false where the
  /// table has no such column.
  public boolean hasDecimalComma(String name) {
    return !decimalCommas.isEmpty() && decimalCommas.contains(position(name));
  }

  /// The names, in order.
  public List<String> names() {
    return names;
  }

  /// How many columns there are.
  public int size() {
    return names.size();
  }

  /// Whether there is a column of exactly this name.
  public boolean has(String name) {
    return positions.containsKey(name);
  }

  /// The position of a column, from 0; −1 where there is none of that name.
  public int position(String name) {
    return positions.getOrDefault(name, -1);
  }

  /// What a column is called in the file; the name itself where the table has no such column.
  public String origin(String name) {
    int position = position(name);
    return position < 0 ? name : origins.get(position);
  }
}
