// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import module java.base;
import io.carbonflow.model.building.Column;

/// Which kinds of buildings a table has, and which of them are probably homes.
///
/// @param column the column that names them; the table may have none
/// @param counts how many rows of each there are, the most first
/// @param homes those that are homes
/// @param doubtful those that may be
/// @param isByPrefix whether the others begin with [#PREFIX]
record Kinds(Column column, SequencedMap<String, Integer> counts, List<String> homes, List<String> doubtful,
    boolean isByPrefix) {
  /// What the kinds begin with that are not homes, in Seattle.
  static final String PREFIX = "NonResidential";

  private static final Pattern HOMES = Pattern.compile("(?iU)multi[- ]?family|single[- ]family|residence hall|dormitor"
      + "|apartment|condominium|mobile home|manufactured home|wohn(ge|haus|heim|anlage|ung)|mehrfamilien|einfamilien"
      + "|logement|immeubles? résidentiels?|^residential\\b(?! care)");
  private static final Pattern DOUBTFUL = Pattern.compile("(?iU)(?<!non)(?<!non[- ])residential|housing|lodging"
      + "|barracks|campus|heim|foyer|résiden");
  private static final List<Column> COLUMNS = List.of(Column.BUILDING_TYPE, Column.PRIMARY_TYPE, Column.LARGEST_USE);

  /// Looks for them.
  static Kinds of(Matches matches) {
    List<Kinds> all = COLUMNS.stream().filter(matches.found()::containsKey)
        .map(column -> of(column, matches.found().get(column).words())).toList();
    return all.stream().filter(kinds -> kinds.isByPrefix).findFirst()
        .or(() -> all.stream()
            .filter(kinds -> kinds.column != Column.BUILDING_TYPE && !kinds.homes.isEmpty()).findFirst())
        .or(() -> all.stream().filter(kinds -> !kinds.homes.isEmpty()).findFirst())
        .or(() -> all.stream().filter(kinds -> kinds.column != Column.BUILDING_TYPE).findFirst())
        .orElse(new Kinds(Column.PRIMARY_TYPE, new LinkedHashMap<>(), List.of(), List.of(), false));
  }

  private static Kinds of(Column column, SequencedMap<String, Integer> counts) {
    List<String> homes = counts.keySet().stream().filter(kind -> HOMES.matcher(kind).find()).sorted().toList();
    List<String> doubtful = counts.keySet().stream().filter(kind -> !HOMES.matcher(kind).find()
        && DOUBTFUL.matcher(kind).find()).sorted().toList();
    boolean isByPrefix = counts.keySet().stream().anyMatch(
        kind -> kind.toLowerCase(Locale.ROOT).startsWith(PREFIX.toLowerCase(Locale.ROOT)));
    return new Kinds(column, counts, homes, doubtful, isByPrefix);
  }
}
