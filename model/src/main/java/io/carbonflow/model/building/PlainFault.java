// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;

/// A cell that by itself means that nothing is known.
enum PlainFault {
  SCORE(TableFault.NO_SCORE, Column.ENERGY_STAR_SCORE, score -> score < 1 || score > 100),
  LATITUDE(TableFault.ZERO_IS_NONE, Column.LATITUDE, degrees -> degrees == 0),
  LONGITUDE(TableFault.ZERO_IS_NONE, Column.LONGITUDE, degrees -> degrees == 0),
  BUILDING_TYPE(Column.BUILDING_TYPE),
  PRIMARY_TYPE(Column.PRIMARY_TYPE),
  NEIGHBORHOOD(Column.NEIGHBORHOOD),
  USES(Column.USES),
  LARGEST_USE(Column.LARGEST_USE),
  SECOND_USE(Column.SECOND_USE),
  THIRD_USE(Column.THIRD_USE);

  private static final PlainFault[] ALL = values();

  private final TableFault fault;
  private final Column column;
  private final DoublePredicate isNone;

  PlainFault(Column named) {
    this(TableFault.ZERO_IS_NONE, named, number -> false);
  }

  PlainFault(TableFault fault, Column column, DoublePredicate isNone) {
    this.fault = fault;
    this.column = column;
    this.isNone = isNone;
  }

  /// The fault that it is.
  TableFault fault() {
    return fault;
  }

  /// Those of a row.
  static List<PlainFault> found(ChangedRow row) {
    List<PlainFault> found = new ArrayList<>(0);
    for (PlainFault one : ALL) {
      if (one.is(row)) {
        found.add(one);
      }
    }
    return found;
  }

  private boolean is(ChangedRow row) {
    return column.anywhere() instanceof Content.Number ? isNone.test(row.number(column))
        : row.text(column).equals("0") || row.text(column).equals("0.0");
  }

  /// Takes the value that is there as not known.
  void blank(ChangedRow row) {
    row.set(column, "");
  }

  /// What is reported about it.
  Repair repair(int year, int rows) {
    return new Repair(fault, year, column, rows, this == SCORE
        ? "scores are 1 to 100, and another number stands for none" : "0 stands for none", true);
  }
}
