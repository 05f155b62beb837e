// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.table.Row;

/// Where a building stands and how it is built. Numbers are NaN where they are not known.
///
/// @param latitude in degrees
/// @param longitude in degrees
/// @param yearBuilt the year it was built in
/// @param buildings how many buildings the property has
/// @param floors how many floors; NaN for 0, at most [#MOST_FLOORS]
/// @param totalArea floor area in square feet, parking included
/// @param parkingArea floor area of parking
/// @param buildingArea floor area without parking
public record Site(
    double latitude,
    double longitude,
    double yearBuilt,
    double buildings,
    double floors,
    double totalArea,
    double parkingArea,
    double buildingArea) {
  /// More floors than Seattle's tallest building has are a slip of the pen.
  public static final double MOST_FLOORS = 80;

  /// A year before this is none in which a building of Seattle was built.
  private static final double FIRST_YEAR = 1800;

  /// Takes what cannot be as not known.
  public Site {
    yearBuilt = yearBuilt >= FIRST_YEAR ? yearBuilt : Double.NaN;
    floors = floors > 0 ? Math.min(floors, MOST_FLOORS) : Double.NaN;
  }

  static Site of(Row row) {
    return new Site(
        row.number(Column.LATITUDE.title()),
        row.number(Column.LONGITUDE.title()),
        row.number(Column.YEAR_BUILT.title()),
        row.number(Column.BUILDINGS.title()),
        row.number(Column.FLOORS.title()),
        row.number(Column.TOTAL_AREA.title()),
        row.number(Column.PARKING_AREA.title()),
        row.number(Column.BUILDING_AREA.title()));
  }
}
