// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.stream.DoubleStream;

/// Metered energy of one year in kBtu; NaN where it is not known. A fuel that is not known is 0 where
/// the others make up the whole: exports of 2017 and 2022 leave blank what a building does not use.
///
/// @param site all of it
/// @param electricity from the grid
/// @param gas natural gas
/// @param steam district steam
public record Energy(double site, double electricity, double gas, double steam) {
  /// How far the fuels may be off the whole, as a part of it, and still add up to it.
  public static final double TOLERANCE = 0.01;

  /// kBtu of a kWh, by the definition of the international table Btu.
  public static final double KBTU_PER_KWH = 3.412142;
  /// kBtu of a therm, by definition.
  public static final double KBTU_PER_THERM = 100;

  /// Takes fuels that are not known as 0 where nothing is left for them.
  public Energy {
    if (addUp(site, DoubleStream.of(electricity, gas, steam).filter(fuel -> !Double.isNaN(fuel)).sum())) {
      electricity = orNone(electricity);
      gas = orNone(gas);
      steam = orNone(steam);
    }
  }

  private static boolean addUp(double site, double fuels) {
    return site > 0 && Math.abs(fuels - site) <= TOLERANCE * site;
  }

  private static double orNone(double fuel) {
    return Double.isNaN(fuel) ? 0 : fuel;
  }

  /// The energy of the fuels together; NaN where one is not known.
  public double fuels() {
    return electricity + gas + steam;
  }

  /// Whether the fuels, where all are known, are the whole, to a part of [#TOLERANCE].
  public boolean addsUp() {
    return addUp(site, fuels());
  }

  /// Whether the energy of each fuel is known.
  public boolean fuelsAreKnown() {
    return !Double.isNaN(electricity) && !Double.isNaN(gas) && !Double.isNaN(steam);
  }

  /// The part that a fuel has in the whole; NaN where either is not known or none was used.
  public double share(double fuel) {
    return site > 0 ? fuel / site : Double.NaN;
  }

  /// Tonnes per kBtu of this mix of fuels ([EmissionFactor]); NaN where it is not known.
  public double factor() {
    return EmissionFactor.of(share(electricity), share(gas), share(steam));
  }
}
