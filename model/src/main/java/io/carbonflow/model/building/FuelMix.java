// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// The parts that fuels have in a building's energy. What follows from a mix by factors ([FuelFactors]) does
/// not depend on whether its parts add up to one.
///
/// @param electricity its part in the site energy, as the others; NaN where it is not known
/// @param others the parts of the fuels beside these; empty where the city has none
public record FuelMix(double electricity, double gas, double steam, Optional<OtherFuels> others) {
  /// Of a city that has no other fuel.
  public FuelMix(double electricity, double gas, double steam) {
    this(electricity, gas, steam, Optional.empty());
  }

  /// The mix of a row; NaN where it is not known.
  public static FuelMix of(ModelRow row) {
    return of(fuel -> row.feature(fuel.share()));
  }

  /// Made of the part of each fuel, NaN where it is not known; a fuel beside the three of every city is one that the
  /// city does not have then.
  public static FuelMix of(ToDoubleFunction<Fuel> part) {
    OtherFuels others = OtherFuels.known(part);
    return new FuelMix(part.applyAsDouble(Fuel.ELECTRICITY), part.applyAsDouble(Fuel.GAS),
        part.applyAsDouble(Fuel.STEAM), others == OtherFuels.NONE ? Optional.empty() : Optional.of(others));
  }

  /// The fuels that the city has.
  public List<Fuel> fuels() {
    return Stream.concat(Fuel.EVERYWHERE.stream(), others.stream().flatMap(some -> some.fuels().stream())).toList();
  }

  /// The part of a fuel; 0 of one that the city does not have.
  public double part(Fuel fuel) {
    return switch (fuel) {
      case ELECTRICITY -> electricity;
      case GAS -> gas;
      case STEAM -> steam;
      case HOT_WATER, CHILLED_WATER, OIL, OTHER ->
          others.map(part -> part.of(fuel)).orElse(OptionalDouble.empty()).orElse(0);
    };
  }

  /// Whether all parts are known.
  public boolean isKnown() {
    return !Double.isNaN(electricity) && !Double.isNaN(gas) && !Double.isNaN(steam);
  }
}
