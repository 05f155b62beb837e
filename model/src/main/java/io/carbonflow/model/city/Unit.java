// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import io.carbonflow.model.building.Energy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What numbers of a table are counted in.
public enum Unit {
  /// A thousand British thermal units.
  KBTU("kBtu", Measure.ENERGY, 1),
  /// A million of them.
  MMBTU("MMBtu", Measure.ENERGY, 1000),
  /// A hundred thousand of them.
  THERMS("therms", Measure.ENERGY, 100),
  /// Kilowatt-hours.
  KWH("kWh", Measure.ENERGY, Energy.KBTU_PER_KWH),
  /// Megawatt-hours.
  MWH("MWh", Measure.ENERGY, 1000 * Energy.KBTU_PER_KWH),
  /// Megajoules: 3.6 are a kilowatt-hour.
  MJ("MJ", Measure.ENERGY, Energy.KBTU_PER_KWH / 3.6),
  /// Gigajoules.
  GJ("GJ", Measure.ENERGY, 1000 * Energy.KBTU_PER_KWH / 3.6),
  /// Square feet.
  FT2("ft²", Measure.AREA, 1),
  /// Square meters: a foot has .3048 meters.
  M2("m²", Measure.AREA, 1 / Unit.M2_OF_FT2),
  /// Energy by floor area.
  KBTU_PER_FT2("kBtu/ft²", Measure.INTENSITY, 1),
  /// Energy by floor area.
  KWH_PER_M2("kWh/m²", Measure.INTENSITY, Energy.KBTU_PER_KWH * Unit.M2_OF_FT2),
  /// Energy by floor area.
  MJ_PER_M2("MJ/m²", Measure.INTENSITY, Energy.KBTU_PER_KWH / 3.6 * Unit.M2_OF_FT2),
  /// Energy by floor area.
  GJ_PER_M2("GJ/m²", Measure.INTENSITY, 1000 * Energy.KBTU_PER_KWH / 3.6 * Unit.M2_OF_FT2),
  /// Tonnes of CO2 equivalent.
  T("t", Measure.EMISSIONS, 1),
  /// Kilograms of CO2 equivalent.
  KG("kg", Measure.EMISSIONS, 1e-3),
  /// Emissions by floor area.
  KG_PER_FT2("kg/ft²", Measure.EMISSIONS_INTENSITY, 1),
  /// Emissions by floor area.
  KG_PER_M2("kg/m²", Measure.EMISSIONS_INTENSITY, Unit.M2_OF_FT2);

  private static final double M2_OF_FT2 = 0.3048 * 0.3048;

  private enum Measure { ENERGY, AREA, INTENSITY, EMISSIONS, EMISSIONS_INTENSITY }

  private final String word;
  private final Measure measure;
  private final double size;

  Unit(String word, Measure measure, double size) {
    this.word = word;
    this.measure = measure;
    this.size = size;
  }

  /// As it is written: `kBtu`, `m²`.
  public String word() {
    return word;
  }

  /// The unit that is written so; `m2` is `m²`.
  public static Optional<Unit> of(String word) {
    return Arrays.stream(values()).filter(unit -> unit.word.equals(word.replace('2', '²'))).findFirst();
  }

  /// The units that a number in this one can be told in, itself among them.
  public List<Unit> alike() {
    return Arrays.stream(values()).filter(unit -> unit.measure == measure).toList();
  }

  /// How many of another unit one of this is; exactly 1 for the same.
  ///
  /// @throws IllegalArgumentException if they measure different things
  public double in(Unit other) {
    if (measure != other.measure) {
      throw new IllegalArgumentException(word + " cannot be told in " + other.word);
    }
    return this == other ? 1 : size / other.size;
  }
}
