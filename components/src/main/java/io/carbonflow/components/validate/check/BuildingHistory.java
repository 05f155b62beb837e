// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.base.table.Cell;
import io.carbonflow.model.building.Building;
import io.carbonflow.model.building.Column;

/// What is kept of a row, to be compared with later ones; it is small, for there is one for each.
///
/// @param spot where it is
/// @param inTrain whether it is learned from; empty where it is not said
/// @param buildingType the city's class of building
/// @param use the largest use
/// @param before the same building's row before; null for none
record BuildingHistory(
    RowLocation spot,
    Optional<Boolean> inTrain,
    String buildingType,
    String use,
    double latitude,
    double longitude,
    double yearBuilt,
    double totalArea,
    double usesArea,
    double energy,
    double electricity,
    double tonnes,
    BuildingHistory before) {

  static BuildingHistory of(CheckedRow facts, BuildingHistory before) {
    Building building = facts.building();
    return new BuildingHistory(facts.spot(), facts.row().flag(Column.IN_TRAIN),
        shared(building.buildingType()), shared(building.use(1).type()),
        facts.number(Column.LATITUDE), facts.number(Column.LONGITUDE),
        facts.number(Column.YEAR_BUILT), facts.number(Column.TOTAL_AREA), facts.usesArea(),
        facts.number(Column.SITE_ENERGY), facts.building().energy().electricity(),
        facts.number(Column.EMISSIONS), before);
  }

  /// Many rows have the same; a cell may hold a whole file.
  private static String shared(String type) {
    return Cell.shortened(type).intern();
  }

  /// The building's row of a year, this one or one before; null for none.
  BuildingHistory of(int year) {
    return spot.year() == year ? this : before == null ? null : before.of(year);
  }
}
