// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import io.carbonflow.base.table.Cell;
import io.carbonflow.model.feature.RowKey;

/// Where in a table something was found.
///
/// @param year the year of the data; 0 for the whole table
/// @param building the building's id, at most 60 characters of it; empty for all of a year
/// @param line where the row begins in the file that the city published; 0 for none
/// @param used whether models learn from it or are scored on it
public record RowLocation(int year, String building, long line, boolean used) {
  /// Shortens the id: a cell may hold a whole file.
  public RowLocation {
    building = Cell.shortened(building);
  }

  /// The table as a whole.
  static final RowLocation TABLE = new RowLocation(0, "", 0, true);

  /// A row.
  static RowLocation of(RowKey key, long line, boolean used) {
    return new RowLocation(key.year(), key.building(), line, used);
  }

  /// All of a year.
  static RowLocation of(int year) {
    return new RowLocation(year, "", 0, true);
  }

  /// A row of which nobody knows what it is of.
  static RowLocation line(long line) {
    return new RowLocation(0, "", line, true);
  }

  /// The same place, for what matters even if no model sees the row.
  RowLocation asUsed() {
    return new RowLocation(year, building, line, true);
  }

  /// In words, `2016, building 5, line 4`.
  public String text() {
    String text = (year == 0 ? "" : ", " + year)
        + (building.isEmpty() ? "" : ", building " + building)
        + (line == 0 ? "" : ", line " + line)
        + (used ? "" : " (not used)");
    return text.isEmpty() ? "the table" : text.substring(2);
  }
}
