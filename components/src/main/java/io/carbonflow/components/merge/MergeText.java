// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.merge;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.Merged;
import io.carbonflow.model.building.MissingColumn;
import io.carbonflow.model.building.Schema;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.FeatureSet;

/// What a merge tells.
///
/// @param given the tables
/// @param merged what became of them
/// @param years the years that were asked for
/// @param city the city that the tables are of
record MergeText(GivenTables given, Merged merged, Years years, City city) {
  /// How many rows that appeared twice are named.
  private static final int NAMED = 3;

  /// Checks that a row remains.
  ///
  /// @throws Problem if all are of years that were not asked for
  void requireRows() {
    if (merged.table().rows().isEmpty()) {
      throw new Problem(Place.of("--years"), "no table has a row of " + years.text() + ", they have rows of "
          + Years.words(new TreeSet<>(merged.leftOut().keySet())), "name years that they have");
    }
  }

  /// All that is reported.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    long train = merged.table().rows().stream().filter(row -> row.flag("in_train").orElse(false)).count();
    lines.add(String.format(Locale.ROOT, "%s, %,d of them for training",
        Counted.of(merged.table().rows().size(), "row"), train));
    List<Table> tables = given.rows();
    for (int i = 0; i < tables.size(); i++) {
      lines.add(tables.get(i).source() + ": " + counts(merged.years().get(i)));
    }
    given.groups().forEach(group -> group.read().left(lines::add));
    lines.addAll(ofAnotherYear());
    leftOut().ifPresent(lines::add);
    inNoTable().ifPresent(lines::add);
    repeated().ifPresent(lines::add);
    tables.forEach(table -> MissingColumn.line(MissingColumn.of(table, FeatureSet.METERED, city))
        .ifPresent(line -> lines.add(table.source() + ": " + line)));
    tables.forEach(table -> Schema.of(table, city).unreadLine()
        .ifPresent(line -> lines.add(table.source() + ": " + line)));
    return lines;
  }

  private static String counts(SortedMap<Integer, Integer> years) {
    int rows = years.values().stream().mapToInt(count -> count).sum();
    return Counted.of(rows, "row") + " of " + Years.words(new TreeSet<>(years.keySet()));
  }

  /// The order of the tables decides nothing, but somebody may have meant it to.
  private List<String> ofAnotherYear() {
    List<String> lines = new ArrayList<>();
    int next = 0;
    for (GivenTables.Group group : given.groups()) {
      for (Table table : group.read().rows()) {
        SortedMap<Integer, Integer> has = merged.years().get(next++);
        if (group.year().isPresent() && !has.containsKey(group.year().getAsInt())) {
          lines.add(table.source() + ": was given as the table of " + group.year().getAsInt()
              + ", but its rows are of " + Years.words(new TreeSet<>(has.keySet()))
              + ", as DataYear says, and that is what counts");
        }
      }
    }
    return lines;
  }

  private Optional<String> leftOut() {
    return merged.leftOut().isEmpty() ? Optional.empty()
        : Optional.of(counts(merged.leftOut()) + " left out, as --years=" + years.text() + " asks for others");
  }

  private Optional<String> inNoTable() {
    SortedSet<Integer> absent = years.named();
    absent.removeAll(merged.chosenYears());
    return absent.isEmpty() ? Optional.empty()
        : Optional.of("no table has a row of " + Years.words(absent) + ", which --years=" + years.text() + " asks for");
  }

  private Optional<String> repeated() {
    int rows = merged.repeated().size();
    return rows == 0 ? Optional.empty() : Optional.of(Counted.of(rows, "row") + " appeared again with the same content and "
        + (rows == 1 ? "counts" : "count") + " once: "
        + merged.repeated().stream().limit(NAMED).map(one -> "building " + one.key().building() + " of "
            + one.key().year() + " in " + one.first() + " and " + one.again()).collect(Collectors.joining("; "))
        + (rows > NAMED ? "; and " + (rows - NAMED) + " more" : ""));
  }
}
