// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.base.table.Cell;
import io.carbonflow.model.building.Building;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Energy;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.Rule;

/// What is kept of a row, to be compared with others of the building; it is small, for there is one for
/// each.
///
/// @param spot where it is
/// @param modeled whether it is of the kinds of buildings that models are for
/// @param inTrain whether it is learned from; empty where it is not said
/// @param buildingType the city's class of building
/// @param use the largest use
record BuildingHistory(
    RowLocation spot,
    boolean modeled,
    Optional<Boolean> inTrain,
    String buildingType,
    String use,
    double latitude,
    double longitude,
    double yearBuilt,
    double totalArea,
    double usesArea,
    Energy energy,
    double tonnes) {

  static BuildingHistory of(CheckedRow facts) {
    Building building = facts.building();
    return new BuildingHistory(facts.spot(), facts.leftOut().filter(Rule.BUILDING_TYPE::equals).isEmpty(),
        facts.row().flag(Column.IN_TRAIN),
        shared(building.buildingType()), shared(building.use(1).type()),
        facts.number(Column.LATITUDE), facts.number(Column.LONGITUDE),
        facts.number(Column.YEAR_BUILT), facts.number(Column.TOTAL_AREA), facts.usesArea(),
        building.energy(), facts.number(Column.EMISSIONS));
  }

  /// Many rows have the same; a cell may hold a whole file.
  private static String shared(String type) {
    return Cell.shortened(type).intern();
  }

  int year() {
    return spot.year();
  }

  /// Whether any energy is reported.
  boolean reports() {
    return energy.site() > 0
        || Arrays.stream(Fuel.values()).anyMatch(fuel -> energy.of(fuel) > 0);
  }
}
