// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.base.table.Row;
import io.carbonflow.model.building.Building;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Purpose;
import io.carbonflow.model.building.Repairs;
import io.carbonflow.model.building.Rule;
import io.carbonflow.model.city.City;

/// What a row says.
///
/// @param row the row in the one schema; a cell that cannot be read is empty
/// @param building the same as models see it
/// @param leftOut why the clean step leaves it out; empty where it is used
/// @param impossible why no building can be so; empty where one can
/// @param spot where it is; an impossible row counts as one that is not used
/// @param tolerances what its year's rows tell together
record CheckedRow(Row row, Building building, Optional<Rule> leftOut, Optional<String> impossible, RowLocation spot,
    Tolerances tolerances) {

  /// Reads a row of the one schema.
  ///
  /// @param published the row as it was published
  /// @param repairs how it is read right
  /// @param tolerances what its year's rows tell together
  /// @throws io.carbonflow.base.fault.Problem if it has no id or no year
  static CheckedRow of(Row published, Repairs repairs, Tolerances tolerances) {
    Row row = repairs.apply(published);
    Building building = Building.of(row, tolerances.city());
    Optional<Rule> leftOut = repairs.against(published, building, Purpose.TRAINING);
    Optional<String> impossible =
        leftOut.filter(rule -> rule != Rule.NO_FUELS).isPresent() ? Optional.empty() : repairs.impossible(row);
    return new CheckedRow(row, building, leftOut, impossible,
        RowLocation.of(building.key(), line(row), leftOut.isEmpty() && impossible.isEmpty()), tolerances);
  }

  /// Whether models learn from it or are scored on it: an impossible row that is held out is.
  boolean isUsed() {
    return leftOut.isEmpty() && (impossible.isEmpty() || row.flag(Column.IN_TRAIN).filter(train -> !train).isPresent());
  }

  /// Where a row begins in the file that the city published, or else in the one that is read.
  static long line(Row row) {
    String line = row.text(Column.SOURCE_LINE);
    return line.matches("\\d{1,15}") ? Long.parseLong(line) : row.start().line();
  }

  /// The city that it is of.
  City city() {
    return tolerances.city();
  }

  /// A column's number; NaN where it is not known.
  double number(Column column) {
    return row.number(column.title());
  }

  /// How far the rounding of a column may be off in this year.
  double half(Column column) {
    return tolerances.half(spot.year(), column);
  }

  /// The factors of the row's year.
  FittedFactors factors() {
    return tolerances.factors(spot.year());
  }

  /// The floor area of the three largest uses together.
  double usesArea() {
    return building.usesArea();
  }
}
