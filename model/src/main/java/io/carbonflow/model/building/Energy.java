// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Metered energy of one year in kBtu; NaN where it is not known. A fuel that is not known is 0 where
/// the others make up the whole: exports of 2017 and 2022 leave blank what a building does not use.
///
/// @param site all of it
/// @param electricity from the grid
/// @param gas natural gas
/// @param steam district steam
/// @param others the fuels beside these that the city has
public record Energy(double site, double electricity, double gas, double steam, OtherFuels others) {
  /// How far the fuels may be off the whole, as a part of it, and still add up to it.
  public static final double TOLERANCE = 0.01;

  /// kBtu of a kWh, by the definition of the international table Btu.
  public static final double KBTU_PER_KWH = 3.412142;
  /// kBtu of a therm, by definition.
  public static final double KBTU_PER_THERM = 100;

  /// Takes fuels that are not known as 0 where nothing is left for them.
  public Energy {
    if (addUp(site, orNone(electricity) + orNone(gas) + orNone(steam)
        + (others == OtherFuels.NONE ? 0 : others.orNone().numbers().sum()))) {
      electricity = orNone(electricity);
      gas = orNone(gas);
      steam = orNone(steam);
      others = others.orNone();
    }
  }

  /// Of a city that has no other fuel.
  public Energy(double site, double electricity, double gas, double steam) {
    this(site, electricity, gas, steam, OtherFuels.NONE);
  }

  /// Of a city that has some fuels: there is none of the others.
  static Energy of(double site, List<Fuel> fuels, ToDoubleFunction<Fuel> number) {
    ToDoubleFunction<Fuel> known = fuel -> fuels.contains(fuel) ? number.applyAsDouble(fuel) : 0;
    return new Energy(site, known.applyAsDouble(Fuel.ELECTRICITY), known.applyAsDouble(Fuel.GAS),
        known.applyAsDouble(Fuel.STEAM), OtherFuels.of(fuels, number));
  }

  private static boolean addUp(double site, double fuels) {
    return site > 0 && Math.abs(fuels - site) <= TOLERANCE * site;
  }

  private static double orNone(double fuel) {
    return Double.isNaN(fuel) ? 0 : fuel;
  }

  /// The energy of a fuel; NaN where it is not known, and where the city does not have it.
  public double of(Fuel fuel) {
    return switch (fuel) {
      case ELECTRICITY -> electricity;
      case GAS -> gas;
      case STEAM -> steam;
      case HOT_WATER, CHILLED_WATER, OIL, OTHER -> others.of(fuel).orElse(Double.NaN);
    };
  }

  /// The energy of the fuels together; NaN where one is not known.
  public double fuels() {
    return electricity + gas + steam + (others == OtherFuels.NONE ? 0 : others.numbers().sum());
  }

  /// Whether the fuels, where all are known, are the whole, to a part of [#TOLERANCE].
  public boolean addsUp() {
    return addUp(site, fuels());
  }

  /// Whether the energy of each fuel is known.
  public boolean fuelsAreKnown() {
    return !Double.isNaN(electricity) && !Double.isNaN(gas) && !Double.isNaN(steam) && others.areKnown();
  }

  /// The part that a fuel has in the whole; NaN where either is not known or none was used.
  public double share(double fuel) {
    return site > 0 ? fuel / site : Double.NaN;
  }

  /// The part that a fuel has in the whole; NaN as above, and where one that only some cities have is not known: a
  /// mix that lacks a part is not known at all.
  double share(Fuel fuel) {
    return others.areKnown() ? share(of(fuel)) : Double.NaN;
  }

  /// Tonnes per kBtu of this mix of fuels by Seattle's reference ([EmissionFactor]); NaN where it is not known.
  public double factor() {
    return EmissionFactor.of(share(electricity), share(gas), share(steam));
  }
}
