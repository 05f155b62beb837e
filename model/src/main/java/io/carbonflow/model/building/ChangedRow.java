// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Row;
import java.util.ArrayList;
import java.util.List;

/// A row of the one schema while cells of it are read in another way. Its cells are those of [Column], in their
/// order and in one way of writing, so they are read without the care that a table's cells need.
final class ChangedRow {
  private final Row row;
  private List<String> cells;

  ChangedRow(Row row) {
    this.row = row;
    cells = row.cells();
  }

  /// A cell as it is by now; empty where the value is missing.
  String text(Column column) {
    int at = index(column);
    return at < 0 ? "" : cells.get(at);
  }

  /// Columns that only some cities have come last, those of the city alone.
  private int index(Column column) {
    return Fuel.isOnlyWhereNamed(column) ? row.header().position(column.title()) : column.ordinal();
  }

  /// A number as it is by now; NaN where it is missing.
  double number(Column column) {
    return Cell.parse(text(column));
  }

  /// Puts a text into a cell.
  void set(Column column, String text) {
    if (!text(column).equals(text)) {
      if (cells == row.cells()) {
        cells = new ArrayList<>(cells);
      }
      cells.set(index(column), text);
    }
  }

  /// Puts a number into a cell that has another one.
  void set(Column column, double number) {
    if (Double.compare(number(column), number) != 0) {
      set(column, Cell.format(number));
    }
  }

  /// The row as it is by now.
  Row row() {
    return cells == row.cells() ? row : new Row(row.start(), row.header(), cells);
  }
}
