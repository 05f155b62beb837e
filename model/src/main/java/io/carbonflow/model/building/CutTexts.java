// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The names of each year and column, and whether a column is cut off at one length: several of its longest
/// names are beginnings of others.
final class CutTexts {
  /// Fewer names that end so are slips of their own.
  private static final int FEWEST = 3;
  /// So many names of a column are told apart; a column of names has a hundred.
  private static final int MOST = 5000;

  private final Vocabulary known;
  private final Map<Integer, Map<NamedColumn, Set<String>>> names = new HashMap<>();
  private final Map<Integer, Map<NamedColumn, Integer>> lengths = new HashMap<>();
  private final Set<String> uses = new HashSet<>();

  /// @param known the names that the columns know
  CutTexts(Vocabulary known) {
    this.known = known;
  }

  /// Takes a name.
  void take(int year, NamedColumn column, String name) {
    Set<String> some = names.computeIfAbsent(year, first -> new EnumMap<>(NamedColumn.class))
        .computeIfAbsent(column, first -> new HashSet<>());
    if (some.size() < MOST) {
      some.add(name);
    }
    if (column.isOfUses() && uses.size() < MOST) {
      uses.add(name);
    }
  }

  /// Ends: looks at what was taken.
  void end() {
    names.forEach((year, columns) -> columns.forEach((column, some) -> {
      int longest = some.stream().mapToInt(String::length).max().orElse(0);
      long cut = some.stream().filter(name -> name.length() == longest && !known.knows(column, name)
          && known.same(column, name).isEmpty() && !known.begunBy(column, name, uses).isEmpty()).count();
      // A list ends where its last name does.
      if (cut >= FEWEST && column != NamedColumn.USES) {
        lengths.computeIfAbsent(year, first -> new EnumMap<>(NamedColumn.class)).put(column, longest);
      }
    }));
  }

  /// The names of uses that the table has anywhere.
  Set<String> uses() {
    return uses;
  }

  /// The length at which a column is cut off; 0 where it is not.
  int length(int year, NamedColumn column) {
    return lengths.getOrDefault(year, Map.of()).getOrDefault(column, 0);
  }

  /// Whether a text is as long as one that was cut off is. A space at its end is gone by then.
  ///
  /// @param name the name that it is the beginning of
  boolean isCut(int year, NamedColumn column, String text, String name) {
    int length = length(year, column);
    return length > 0 && (text.length() == length
        || text.length() == length - 1 && name.charAt(text.length()) == ' ');
  }
}
