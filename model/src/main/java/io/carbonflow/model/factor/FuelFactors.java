// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.factor;

import io.carbonflow.model.building.EmissionFactor;
import io.carbonflow.model.building.Energy;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Tonnes of CO2 equivalent that a kBtu of each fuel stands for in a year. Emissions are these times the
/// energy of the fuels. How electricity is made changes from year to year, so its factor does.
///
/// @param electricity t per kBtu, from 0 to [#MOST], as the others
public record FuelFactors(double electricity, double gas, double steam) {
  /// Those that features are made of ([EmissionFactor]), whatever year a row is of. They were estimated
  /// from the tables of 2015 and 2016.
  public static final FuelFactors REFERENCE =
      new FuelFactors(EmissionFactor.ELECTRICITY, EmissionFactor.GAS, EmissionFactor.STEAM);

  /// No fuel has a greater factor: coal that makes electricity stands for about 3e-4 t per kBtu.
  public static final double MOST = 0.01;

  /// No mix of fuels has a smaller factor, so that each has a logarithm.
  private static final double NEXT_TO_NOTHING = 1e-9;

  /// Checks that these can be factors.
  ///
  /// @throws IllegalArgumentException if one is not a number from 0 to [#MOST]
  public FuelFactors {
    for (double factor : new double[] {electricity, gas, steam}) {
      if (!(factor >= 0 && factor <= MOST)) {
        throw new IllegalArgumentException(factor + " is no factor: one is from 0 to " + MOST + " t per kBtu");
      }
    }
  }

  /// The factor of a fuel.
  public double of(Fuel fuel) {
    return switch (fuel) {
      case ELECTRICITY -> electricity;
      case GAS -> gas;
      case STEAM -> steam;
    };
  }

  /// The same with another factor of a fuel.
  ///
  /// @throws IllegalArgumentException as above
  public FuelFactors with(Fuel fuel, double factor) {
    return switch (fuel) {
      case ELECTRICITY -> new FuelFactors(factor, gas, steam);
      case GAS -> new FuelFactors(electricity, factor, steam);
      case STEAM -> new FuelFactors(electricity, gas, factor);
    };
  }

  /// The factor of a mix of fuels, at least half the smallest of the fuels' or [EmissionFactor#LEAST]: see
  /// there. NaN where the mix is not known.
  public double of(FuelMix mix) {
    return Math.max(least(),
        electricity * mix.electricity() + gas * mix.gas() + steam * mix.steam());
  }

  /// The factor of a metered mix of fuels; NaN where it is not known.
  public double of(Energy energy) {
    return of(new FuelMix(energy.share(energy.electricity()), energy.share(energy.gas()),
        energy.share(energy.steam())));
  }

  /// The tonnes of some energy, each in kBtu; NaN where one is not known.
  public double tonnes(double ofElectricity, double ofGas, double ofSteam) {
    return ofElectricity * electricity + ofGas * gas + ofSteam * steam;
  }

  private double least() {
    double smallest = Math.min(electricity, Math.min(gas, steam));
    return Math.max(NEXT_TO_NOTHING, Math.min(EmissionFactor.LEAST, smallest / 2));
  }

  /// They in words: `electricity 6.971e-6, gas 5.311e-5, steam 7.719e-5`.
  public String text() {
    return Arrays.stream(Fuel.values()).map(fuel -> fuel.word() + " " + text(of(fuel)))
        .collect(Collectors.joining(", "));
  }

  /// A factor as people read it: `6.971e-6`.
  public static String text(double factor) {
    return factor == 0 ? "0" : String.format(Locale.ROOT, "%.3e", factor).replace("e-0", "e-");
  }
}
