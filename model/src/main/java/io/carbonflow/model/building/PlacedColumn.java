// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.table.Header;

/// Where a column of the one schema is read from and written to, found once for all rows of a table.
///
/// @param title its name in the one schema
/// @param place its position there
/// @param content what it holds
/// @param names what the columns of that meaning are called in the table
/// @param from the position of the table's one column of that meaning; [#NOWHERE] where there is none, and
///     [#ELSEWHERE] where its cells need more than to be read: there are several, or units or decimal commas
record PlacedColumn(String title, int place, Content content, ColumnNames names, int from) {
  /// The table has no such column.
  static final int NOWHERE = -1;
  /// Its cells are read by the columns' names.
  static final int ELSEWHERE = -2;

  /// Finds a column.
  ///
  /// @param schema the columns of the one schema
  /// @param table those of the table
  static PlacedColumn of(String title, Header schema, Content content, ColumnNames names, Header table) {
    return new PlacedColumn(title, schema.position(title), content, names, from(names, table));
  }

  private static int from(ColumnNames names, Header table) {
    if (names.isEmpty()) {
      return NOWHERE;
    }
    boolean isOne = !names.isSum() && names.factor() == 1 && names.same().size() == 1 && names.near().isEmpty();
    return isOne && !table.hasDecimalComma(names.same().getFirst()) ? table.position(names.same().getFirst())
        : ELSEWHERE;
  }
}
