// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import module java.base;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.city.City;

/// Rows of a test as they are read.
///
/// @param repairs the faults found in them
/// @param rows the rows, read right
record Repaired(Repairs repairs, List<Row> rows) {

  /// Reads offices that are changed in some columns.
  static Repaired of(List<Map<String, String>> offices, TableFault... asPublished) {
    return of(Samples.offices(offices), asPublished);
  }

  /// Reads a table.
  static Repaired of(Table table, TableFault... asPublished) {
    return of(table, City.SEATTLE, asPublished);
  }

  /// Reads offices of a city that are changed in some columns.
  static Repaired of(List<Map<String, String>> offices, City city) {
    return of(Samples.offices(offices), city);
  }

  private static Repaired of(Table table, City city, TableFault... asPublished) {
    Schema schema = Schema.of(table, city);
    List<Row> rows = table.rows().stream().map(schema::canonical).toList();
    Repairs repairs = Repairs.of(rows, Set.of(asPublished), city);
    return new Repaired(repairs, rows.stream().map(repairs::apply).toList());
  }

  /// So many offices of a year, with ids from 1.
  static List<Map<String, String>> offices(int count, int year, String... cells) {
    return IntStream.rangeClosed(1, count).mapToObj(id -> office("" + id, year, cells))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /// An office.
  ///
  /// @param cells columns and the value that is there, in turn
  static Map<String, String> office(String id, int year, String... cells) {
    Map<String, String> changes = new HashMap<>(Map.of("OSEBuildingID", id, "DataYear", "" + year));
    for (int i = 0; i < cells.length; i += 2) {
      changes.put(cells[i], cells[i + 1]);
    }
    return changes;
  }

  /// The cells of a column.
  List<String> cells(Column column) {
    return rows.stream().map(row -> row.raw(column.title())).toList();
  }

  /// What was found, a line each: fault, year, column, rows, and whether they are left.
  List<String> found() {
    return repairs.found().stream().map(one -> one.fault().id() + " " + one.year() + " " + one.column().title()
        + " " + one.rows() + (one.isRead() ? "" : " left")).toList();
  }

  /// The evidence of the only fault.
  String evidence() {
    return repairs.found().getFirst().evidence();
  }

  /// Why the row is impossible that has a number, from 0.
  Optional<String> impossible(int row) {
    return repairs.impossible(rows.get(row));
  }
}
