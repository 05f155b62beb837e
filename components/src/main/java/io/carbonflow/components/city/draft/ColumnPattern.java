// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import module java.base;
import io.carbonflow.model.building.Column;

/// What cities call a column of the one schema. Names are compared without their unit, by letters and digits alone.
///
/// @param column the column
/// @param sure names that mean it, the best first
/// @param likely names that mean it as a rule
/// @param not what is never in such a name
record ColumnPattern(Column column, List<Pattern> sure, List<Pattern> likely, Pattern not) {
  /// A column of which no name is known yet.
  static ColumnPattern of(Column column) {
    return new ColumnPattern(column, List.of(), List.of(), Pattern.compile("(?!)"));
  }

  ColumnPattern sure(String... names) {
    return new ColumnPattern(column, compiled(names), likely, not);
  }

  ColumnPattern likely(String... names) {
    return new ColumnPattern(column, sure, compiled(names), not);
  }

  ColumnPattern not(String part) {
    return new ColumnPattern(column, sure, likely, Pattern.compile(part));
  }

  private static List<Pattern> compiled(String... names) {
    return Arrays.stream(names).map(Pattern::compile).toList();
  }

  /// How well a name fits: 0 for the best, -1 for one that does not.
  ///
  /// @param isSure whether only names count that mean the column for sure, or those that do as a rule
  int rank(String key, boolean isSure) {
    List<Pattern> names = isSure ? sure : likely;
    return not.matcher(key).find() ? -1 : IntStream.range(0, names.size())
        .filter(i -> names.get(i).matcher(key).matches()).findFirst().orElse(-1);
  }
}
