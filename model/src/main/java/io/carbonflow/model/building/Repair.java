// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Counted;
import io.carbonflow.model.city.City;

/// A fault of a year's rows, and what became of it.
///
/// @param fault the fault
/// @param year the year of the rows
/// @param column the column that has it, or the first of them
/// @param rows how many rows have it
/// @param evidence what in the rows shows it, a phrase
/// @param isRead whether these rows are read right; false where the fault could be read in more ways than
///     one, so that they are left as they were published
/// @param title what the column is called
public record Repair(TableFault fault, int year, Column column, int rows, String evidence, boolean isRead,
    String title) {

  /// Of a column that is called as in the one schema.
  public Repair(TableFault fault, int year, Column column, int rows, String evidence, boolean isRead) {
    this(fault, year, column, rows, evidence, isRead, column.title());
  }

  /// The same by the city's name for the column.
  Repair in(City city) {
    return new Repair(fault, year, column, rows, evidence, isRead, city.title(column));
  }

  /// In one line.
  public String text() {
    return year + ", " + title + ", " + Counted.of(rows, "row") + (isRead ? "" : " left as published") + ": "
        + evidence;
  }
}
