// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A fuel that a building's energy comes from, by the kinds that ENERGY STAR Portfolio Manager meters. Every city's
/// rows have the first three; a city has one of the others where its file names it.
public enum Fuel {
  /// From the grid.
  ELECTRICITY(Column.ELECTRICITY, Feature.ELECTRICITY_SHARE),
  /// Natural gas.
  GAS(Column.GAS, Feature.GAS_SHARE),
  /// District steam.
  STEAM(Column.STEAM, Feature.STEAM_SHARE),
  /// District hot water.
  HOT_WATER(Column.HOT_WATER, Feature.HOT_WATER_SHARE),
  /// District chilled water.
  CHILLED_WATER(Column.CHILLED_WATER, Feature.CHILLED_WATER_SHARE),
  /// Fuel oil and diesel of any grade.
  OIL(Column.OIL, Feature.OIL_SHARE),
  /// All that is not one of these, such as propane, coal, or wood.
  OTHER(Column.OTHER_FUEL, Feature.OTHER_FUEL_SHARE);

  /// Those that every city's rows have.
  public static final List<Fuel> EVERYWHERE = List.of(ELECTRICITY, GAS, STEAM);

  private final Column column;
  private final Feature share;

  Fuel(Column column, Feature share) {
    this.column = column;
    this.share = share;
  }

  /// The column of the schema that has its energy in kBtu.
  public Column column() {
    return column;
  }

  /// Its part of the site energy.
  public Feature share() {
    return share;
  }

  /// The name as options and files have it: `electricity`, `hot_water`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The name as people write it: `hot water`.
  public String title() {
    return this == OTHER ? "other fuel" : word().replace('_', ' ');
  }

  /// The fuel of this title or word.
  public static Optional<Fuel> of(String name) {
    return Arrays.stream(values()).filter(fuel -> fuel.word().equals(name) || fuel.title().equals(name)).findFirst();
  }

  /// Whether a clean table has a feature only where a city's file names its column.
  static boolean isOnlyWhereNamed(Feature feature) {
    return Arrays.stream(values()).anyMatch(fuel -> fuel.share() == feature && isOnlyWhereNamed(fuel.column()));
  }

  /// Whether the schema has a column only where a city's file names it.
  public static boolean isOnlyWhereNamed(Column column) {
    return column.ordinal() >= Column.HOT_WATER.ordinal();
  }
}
