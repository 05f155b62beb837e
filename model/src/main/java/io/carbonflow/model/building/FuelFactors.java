// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tonnes of CO2 equivalent that a kBtu of each fuel stands for in a year. Emissions are these times the
/// energy of the fuels. How electricity is made changes from year to year, so its factor does.
///
/// @param electricity t per kBtu, from 0 to [#MOST], as the others
/// @param others of the fuels beside these; empty where the city has none
public record FuelFactors(double electricity, double gas, double steam, Optional<OtherFuels> others) {
  /// Those that features of Seattle are made of ([EmissionFactor]), whatever year a row is of. They were estimated
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
    requireFactor(electricity);
    requireFactor(gas);
    requireFactor(steam);
    others.ifPresent(some -> some.fuels().forEach(fuel -> requireFactor(some.of(fuel).getAsDouble())));
  }

  private static void requireFactor(double factor) {
    if (!(factor >= 0 && factor <= MOST)) {
      throw new IllegalArgumentException(factor + " is not a factor: one is from 0 to " + MOST + " t per kBtu");
    }
  }

  /// Of a city that has no other fuel.
  ///
  /// @throws IllegalArgumentException as above
  public FuelFactors(double electricity, double gas, double steam) {
    this(electricity, gas, steam, Optional.empty());
  }

  /// The fuels that these are factors of.
  public List<Fuel> fuels() {
    return Stream.concat(Fuel.EVERYWHERE.stream(), others.stream().flatMap(some -> some.fuels().stream())).toList();
  }

  /// The factor of a fuel; of one that is not one of [#fuels] that of natural gas, which is near that of most that is
  /// burned.
  public double of(Fuel fuel) {
    return switch (fuel) {
      case ELECTRICITY -> electricity;
      case GAS -> gas;
      case STEAM -> steam;
      case HOT_WATER, CHILLED_WATER, OIL, OTHER ->
          others.map(some -> some.of(fuel)).orElse(OptionalDouble.empty()).orElse(EmissionFactor.GAS);
    };
  }

  /// The same with another factor of a fuel, which becomes one of [#fuels].
  ///
  /// @throws IllegalArgumentException as above
  public FuelFactors with(Fuel fuel, double factor) {
    return switch (fuel) {
      case ELECTRICITY -> new FuelFactors(factor, gas, steam, others);
      case GAS -> new FuelFactors(electricity, factor, steam, others);
      case STEAM -> new FuelFactors(electricity, gas, factor, others);
      case HOT_WATER, CHILLED_WATER, OIL, OTHER -> new FuelFactors(electricity, gas, steam, Optional.of(OtherFuels.of(
          Stream.concat(fuels().stream(), Stream.of(fuel)).toList(), one -> one == fuel ? factor : of(one))));
    };
  }

  /// The factor of a mix of fuels, at least half the smallest of the fuels' or [EmissionFactor#LEAST]: see
  /// there. NaN where the mix is not known. Where each fuel counts the same, as where energy itself is predicted, it
  /// is that factor, whether or not the parts add up to one.
  public double of(FuelMix mix) {
    if (gas == electricity && steam == electricity && fuels().stream().allMatch(fuel -> of(fuel) == electricity)) {
      return mix.isKnown() ? electricity : Double.NaN;
    }
    double factor = electricity * mix.electricity() + gas * mix.gas() + steam * mix.steam();
    for (Fuel fuel : mix.others().map(OtherFuels::fuels).orElse(List.of())) {
      factor += of(fuel) * mix.part(fuel);
    }
    return Math.max(least(), factor);
  }

  /// The factor of a metered mix of fuels; NaN where it is not known.
  public double of(Energy energy) {
    return of(FuelMix.of(fuel -> energy.share(energy.of(fuel))));
  }

  /// The tonnes of the fuels' energy; NaN where one is not known.
  public double tonnes(Energy energy) {
    double tonnes = energy.electricity() * electricity + energy.gas() * gas + energy.steam() * steam;
    for (Fuel fuel : energy.others().fuels()) {
      tonnes += energy.of(fuel) * of(fuel);
    }
    return tonnes;
  }

  private double least() {
    double smallest = Math.min(electricity, Math.min(gas, steam));
    for (Fuel fuel : others.map(OtherFuels::fuels).orElse(List.of())) {
      smallest = Math.min(smallest, of(fuel));
    }
    return Math.max(NEXT_TO_NOTHING, Math.min(EmissionFactor.LEAST, smallest / 2));
  }

  /// They in words: `electricity 6.971e-6, gas 5.311e-5, steam 7.719e-5`.
  public String text() {
    return fuels().stream().map(fuel -> fuel.title() + " " + text(of(fuel))).collect(Collectors.joining(", "));
  }

  /// A factor as people read it: `6.971e-6`.
  public static String text(double factor) {
    return factor == 0 ? "0" : String.format(Locale.ROOT, "%.3e", factor).replace("e-0", "e-");
  }
}
