// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.table.Row;
import io.carbonflow.model.city.City;

/// Where a building stands and how it is built. Numbers are NaN where they are not known.
///
/// @param latitude in degrees
/// @param longitude in degrees
/// @param yearBuilt the year it was built in
/// @param buildings how many buildings the property has
/// @param floors how many floors; NaN for 0, at most as many as the tallest of the city has
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
  /// More floors than Seattle's tallest building has are a slip of the pen; other cities have their own
  /// ([io.carbonflow.model.city.CityPlace#mostFloors]).
  public static final double MOST_FLOORS = 80;

  /// Takes what cannot be as not known.
  public Site {
    floors = floors > 0 ? floors : Double.NaN;
  }

  static Site of(Row row, City city) {
    double built = row.number(Column.YEAR_BUILT.title());
    return new Site(
        row.number(Column.LATITUDE.title()),
        row.number(Column.LONGITUDE.title()),
        built < city.place().firstYear().orElse(1) ? Double.NaN : built,
        row.number(Column.BUILDINGS.title()),
        Math.min(row.number(Column.FLOORS.title()), city.place().mostFloors().orElse(Double.POSITIVE_INFINITY)),
        row.number(Column.TOTAL_AREA.title()),
        row.number(Column.PARKING_AREA.title()),
        row.number(Column.BUILDING_AREA.title()));
  }
}
