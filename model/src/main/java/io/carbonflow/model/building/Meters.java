// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.RowKey;
import java.util.List;

/// The numbers of a row by which faults are found; it is small, for one is kept of each row. NaN where one
/// is not known.
///
/// @param key the building and the year
/// @param subject whether the building is of a type that is modeled
/// @param site site energy in kBtu
/// @param normalized weather-normalized site energy in kBtu
/// @param electricity in kBtu
/// @param gas in kBtu
/// @param steam in kBtu
/// @param others energy of the other fuels that the city has
/// @param kwh electricity in kWh
/// @param therms gas in therms
/// @param tonnes emissions
/// @param use the largest use
/// @param usesArea the floor area of the three largest uses in square feet, at least [Building#LEAST_AREA]
/// @param totalArea floor area in square feet, parking included
/// @param parkingArea that of parking
/// @param buildingArea that without parking
record Meters(RowKey key, boolean subject, double site, double normalized, double electricity, double gas,
    double steam, OtherFuels others, double kwh, double therms, double tonnes, String use, double usesArea, double totalArea,
    double parkingArea, double buildingArea) {

  /// Those of a row.
  static Meters of(RowKey key, ChangedRow row, City city) {
    return of(key, row, city, row.text(Column.LARGEST_USE));
  }

  /// Those of a row.
  ///
  /// @param use the largest use, as one text for all rows that have it where one is kept of each
  static Meters of(RowKey key, ChangedRow row, City city, String use) {
    double uses = positive(row.number(Column.LARGEST_USE_AREA)) + positive(row.number(Column.SECOND_USE_AREA))
        + positive(row.number(Column.THIRD_USE_AREA));
    List<Fuel> fuels = city.fuels();
    String kind = row.text(city.subject().column());
    return new Meters(key, !kind.isEmpty() && city.subject().includes(kind),
        row.number(Column.SITE_ENERGY), row.number(Column.SITE_ENERGY_WN),
        fuel(Fuel.ELECTRICITY, row, fuels), fuel(Fuel.GAS, row, fuels), fuel(Fuel.STEAM, row, fuels),
        OtherFuels.of(fuels, fuel -> row.number(fuel.column())), row.number(Column.ELECTRICITY_KWH), row.number(Column.GAS_THERMS),
        row.number(Column.EMISSIONS), use,
        uses > 0 && Double.isFinite(uses) ? Math.max(Building.LEAST_AREA, uses) : Double.NaN,
        row.number(Column.TOTAL_AREA), row.number(Column.PARKING_AREA), row.number(Column.BUILDING_AREA));
  }

  private static double positive(double area) {
    return area > 0 ? area : 0;
  }

  private static double fuel(Fuel fuel, ChangedRow row, List<Fuel> fuels) {
    return fuels.contains(fuel) ? row.number(fuel.column()) : 0;
  }

  /// The energy of the fuels that are known; NaN where none is.
  double fuels() {
    double sum = plus(plus(electricity, gas), steam);
    for (Fuel fuel : others.fuels()) {
      sum = plus(sum, others.of(fuel).getAsDouble());
    }
    return sum;
  }

  /// The sum of those of two numbers that are known; NaN where none is.
  private static double plus(double a, double b) {
    return Double.isNaN(b) ? a : Double.isNaN(a) ? b : a + b;
  }

  /// Whether the city has a fuel, and its cell is blank.
  boolean isBlank(Fuel fuel) {
    return switch (fuel) {
      case ELECTRICITY -> Double.isNaN(electricity);
      case GAS -> Double.isNaN(gas);
      case STEAM -> Double.isNaN(steam);
      case HOT_WATER, CHILLED_WATER, OIL, OTHER -> Double.isNaN(others.of(fuel).orElse(0));
    };
  }

  /// The energy as models see it, in which a blank fuel is 0 where the others add up.
  Energy energy() {
    return new Energy(site, electricity, gas, steam, others);
  }

  /// Site energy by the floor area of the uses, in kBtu per square foot.
  double intensity() {
    return site / usesArea;
  }

  /// With other energies.
  Meters with(double newSite, double newNormalized, double newElectricity, double newGas, double newSteam) {
    return new Meters(key, subject, newSite, newNormalized, newElectricity, newGas, newSteam, others, kwh, therms, tonnes,
        use, usesArea, totalArea, parkingArea, buildingArea);
  }

  /// With the fuels of an energy, in which one that was blank may be 0.
  Meters withFuels(Energy energy) {
    return new Meters(key, subject, site, normalized, energy.electricity(), energy.gas(), energy.steam(),
        energy.others(), kwh, therms, tonnes, use, usesArea, totalArea, parkingArea, buildingArea);
  }

  /// With another largest use.
  Meters withUse(String newUse) {
    return newUse.equals(use) ? this : new Meters(key, subject, site, normalized, electricity, gas, steam, others, kwh, therms,
        tonnes, newUse, usesArea, totalArea, parkingArea, buildingArea);
  }

  /// With emissions that are not known.
  Meters withoutEmissions() {
    return new Meters(key, subject, site, normalized, electricity, gas, steam, others, kwh, therms, Double.NaN, use,
        usesArea, totalArea, parkingArea, buildingArea);
  }

  /// Without parking: all of the floor area is the building's.
  Meters withoutParking() {
    return new Meters(key, subject, site, normalized, electricity, gas, steam, others, kwh, therms, tonnes, use, usesArea,
        totalArea, 0, totalArea);
  }

  /// Writes what differs from those of the row into it.
  void write(ChangedRow row) {
    row.set(Column.SITE_ENERGY, site);
    row.set(Column.SITE_ENERGY_WN, normalized);
    row.set(Column.ELECTRICITY, electricity);
    row.set(Column.GAS, gas);
    row.set(Column.STEAM, steam);
    others.fuels().forEach(fuel -> row.set(fuel.column(), others.of(fuel).getAsDouble()));
    row.set(Column.EMISSIONS, tonnes);
    row.set(Column.PARKING_AREA, parkingArea);
    row.set(Column.BUILDING_AREA, buildingArea);
  }
}
