// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.List;

/// A column that names one of a list. The names are a city's [Vocabulary].
enum NamedColumn {
  LARGEST_USE(Column.LARGEST_USE),
  SECOND_USE(Column.SECOND_USE),
  THIRD_USE(Column.THIRD_USE),
  USES(Column.USES),
  PRIMARY_TYPE(Column.PRIMARY_TYPE),
  NEIGHBORHOOD(Column.NEIGHBORHOOD),
  BUILDING_TYPE(Column.BUILDING_TYPE);

  /// All of them.
  static final List<NamedColumn> ALL = List.of(values());
  /// Those whose names are uses.
  static final List<NamedColumn> OF_USES = ALL.stream().filter(NamedColumn::isOfUses).toList();

  private final Column column;

  NamedColumn(Column column) {
    this.column = column;
  }

  /// The column.
  Column column() {
    return column;
  }

  /// Whether its names are uses.
  boolean isOfUses() {
    return switch (this) {
      case LARGEST_USE, SECOND_USE, THIRD_USE, USES -> true;
      case PRIMARY_TYPE, NEIGHBORHOOD, BUILDING_TYPE -> false;
    };
  }
}
