// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.check;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Header;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.Building;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Schema;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.RowKey;

/// The rows of some tables in the one schema, whatever is wrong with them. Merging ends at the first row that is
/// wrong; here all are looked at, and what cannot be read is left empty.
final class GatheredRows {
  /// A file may have nothing but wrong cells.
  private static final int MOST_WORDS = 1000;

  /// Cells that are not what their column holds.
  static final class Refused {
    private final String first;
    private final Map<String, Integer> words = new LinkedHashMap<>();
    private int cells;

    Refused(Problem first) {
      this.first = first.getMessage();
    }

    /// What is wrong with the first, where it is, and what to do.
    String first() {
      return first;
    }

    int cells() {
      return cells;
    }

    /// The one that is there most often, and how often; of some that are there as often the first.
    Map.Entry<String, Integer> often() {
      return words.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue()).orElseThrow();
    }

    private void take(String cell) {
      cells++;
      if (words.containsKey(cell) || words.size() < MOST_WORDS) {
        words.merge(cell, 1, Integer::sum);
      }
    }
  }

  private final City city;
  private final Map<RowKey, Row> rows = new LinkedHashMap<>();
  private final SortedMap<String, Refused> refused = new TreeMap<>();
  private Optional<String> withoutKey = Optional.empty();
  private Optional<String> twice = Optional.empty();
  private int all;
  private int repeated;

  GatheredRows(City city) {
    this.city = city;
  }

  /// Takes the rows of a table.
  void take(Table table, Schema schema) {
    for (Row raw : table.rows()) {
      all++;
      take(schema.canonical(raw, (column, cell, why) ->
          refused.computeIfAbsent(column, _ -> new Refused(why)).take(Cell.shortened(cell))));
    }
  }

  private void take(Row row) {
    try {
      RowKey key = Building.of(row, city).key();
      Row earlier = rows.putIfAbsent(key, row);
      if (earlier != null && isSame(earlier, row)) {
        repeated++;
      } else if (earlier != null && twice.isEmpty()) {
        twice = Optional.of(row.place(Column.BUILDING_ID.title()) + ": building " + key.building() + " of "
            + key.year() + " is already in " + earlier.start() + ", with another content");
      }
    } catch (Problem none) {
      withoutKey = withoutKey.or(() -> Optional.of(none.getMessage()));
    }
  }

  private static boolean isSame(Row one, Row other) {
    return one.header().names().stream().filter(name -> !name.equals(Column.SOURCE_LINE))
        .allMatch(name -> one.raw(name).equals(other.raw(name)));
  }

  /// The rows in the one schema, all of them to be learned from; empty where there is none.
  Optional<Table> merged() {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Header header = new Header(rows.values().iterator().next().header().names());
    return Optional.of(new Table("tables", header, rows.values().stream().map(row -> {
      List<String> cells = new ArrayList<>(row.cells());
      cells.set(header.position(Column.IN_TRAIN), Cell.format(true));
      return new Row(row.start(), header, cells);
    }).toList()));
  }

  /// How many rows the tables have.
  int all() {
    return all;
  }

  /// How many came again with the same content.
  int repeated() {
    return repeated;
  }

  /// The rows, in the order in which they came, each building and year once.
  Collection<Row> rows() {
    return rows.values();
  }

  /// Cells that cannot be read, by column of the one schema.
  SortedMap<String, Refused> refused() {
    return refused;
  }

  /// The first row that does not say of which building and year it is.
  Optional<String> withoutKey() {
    return withoutKey;
  }

  /// The first row whose building and year another row has with another content.
  Optional<String> twice() {
    return twice;
  }
}
