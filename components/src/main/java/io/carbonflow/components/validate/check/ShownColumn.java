// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.model.building.Column;

/// A column that rows of a building are compared by, and how its value in one of them is reported.
enum ShownColumn {
  BUILT(Column.YEAR_BUILT, BuildingHistory::yearBuilt),
  PLACE(Column.LATITUDE, BuildingHistory::latitude),
  AREA(Column.TOTAL_AREA, BuildingHistory::totalArea),
  USES(Column.LARGEST_USE_AREA, BuildingHistory::usesArea),
  TYPE(BuildingHistory::buildingType, Column.BUILDING_TYPE),
  USE(BuildingHistory::use, Column.LARGEST_USE),
  ENERGY(Column.SITE_ENERGY, row -> row.energy().site()),
  GAS(Column.GAS, row -> row.energy().gas()),
  STEAM(Column.STEAM, row -> row.energy().steam()),
  TONNES(Column.EMISSIONS, BuildingHistory::tonnes);

  private final Column column;
  private final Function<BuildingHistory, String> text;

  ShownColumn(Column column, ToDoubleFunction<BuildingHistory> number) {
    this(row -> Figures.number(number.applyAsDouble(row)), column);
  }

  ShownColumn(Function<BuildingHistory, String> text, Column column) {
    this.column = column;
    this.text = text;
  }

  /// The value of a row; empty for a column that rows are not compared by.
  ///
  /// @param title the column's name
  static String text(String title, BuildingHistory row) {
    return Arrays.stream(values()).filter(one -> one.column.title().equals(title)).findFirst()
        .map(one -> one.text.apply(row)).orElse("");
  }
}
