// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.util.List;
import java.util.Optional;

/// One row of a table. A column that the table lacks reads as one whose cell is empty; whoever
/// cannot do without calls [Table#require] first.
///
/// @param start the file and the line on which the row begins
/// @param header the columns
/// @param cells the cells as they stand in the file, one a column
public record Row(Place start, Header header, List<String> cells) {

  /// Copies the cells and checks that there is one a column.
  public Row {
    cells = List.copyOf(cells);
    if (cells.size() != header.size()) {
      throw new IllegalArgumentException(cells.size() + " cells, " + header.size() + " columns");
    }
  }

  /// Where a cell of this row is, by the column's name in the file.
  public Place place(String column) {
    return start.column(header.origin(column));
  }

  /// A cell as it stands in the file; empty where there is no such column.
  public String raw(String column) {
    int position = header.position(column);
    return position < 0 ? "" : cells.get(position);
  }

  /// A cell's text with whitespace made single; empty where the value is missing
  /// ([Cell#isMissing]).
  public String text(String column) {
    return Cell.text(raw(column));
  }

  /// An identifier: text that keeps its leading zeros and loses a trailing `.0`.
  public String id(String column) {
    return Cell.id(withPoint(column));
  }

  /// A number, with a decimal comma where the column has one; NaN where the value is missing.
  ///
  /// @throws Problem if the cell is not a number
  public double number(String column) {
    String text = withPoint(column);
    double plain = Cell.plain(text);
    return Double.isNaN(plain) ? Cell.number(text, place(column)) : plain;
  }

  /// Whether a cell holds a number that stands in the way in which [Cell#format] writes it.
  public boolean isShortest(String column) {
    return !header.hasDecimalComma(column) && Cell.isShortest(raw(column));
  }

  /// A truth value in any letter case; empty where the value is missing.
  ///
  /// @throws Problem if the cell is neither true nor false
  public Optional<Boolean> flag(String column) {
    return Cell.flag(withPoint(column), place(column));
  }

  private String withPoint(String column) {
    return header.hasDecimalComma(column) ? Cell.withPoint(raw(column)) : raw(column);
  }
}
