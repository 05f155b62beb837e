// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import io.carbonflow.base.table.Cell;
import io.carbonflow.model.building.Column;

/// What is wrong in a row, without the row: read one after the other, the three parts are a
/// sentence.
///
/// @param column the column that it is about, by its name in the one schema
/// @param value the value that is there
/// @param message what is wrong with it, a phrase that follows column and value
record Violation(String column, String value, String message) {
  /// Shortens the value: a cell may hold a whole file.
  Violation {
    value = Cell.shortened(value);
  }

  /// A breach by a number.
  static Violation of(Column column, double value, String message) {
    return new Violation(column.title(), Figures.number(value), message);
  }
}
