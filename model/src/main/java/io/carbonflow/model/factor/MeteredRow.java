// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.factor;

import io.carbonflow.model.building.Building;
import io.carbonflow.model.building.Energy;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.building.FuelMix;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.OtherFuels;
import java.util.List;
import java.util.stream.Stream;

/// What factors are estimated from: emissions of a building in a year, and the energy of its fuels.
///
/// @param tonnes emissions in tonnes; NaN where they are not known, as with the others
/// @param electricity energy in kBtu, as the others
/// @param others energy of the fuels beside these that the city has
public record MeteredRow(double tonnes, double electricity, double gas, double steam, OtherFuels others) {
  /// Of a city that has no other fuel.
  public MeteredRow(double tonnes, double electricity, double gas, double steam) {
    this(tonnes, electricity, gas, steam, OtherFuels.NONE);
  }

  /// Of a building.
  public static MeteredRow of(Building building) {
    return of(building.tonnes(), building.energy());
  }

  /// Of emissions and the energy that made them.
  public static MeteredRow of(double tonnes, Energy energy) {
    return new MeteredRow(tonnes, energy.electricity(), energy.gas(), energy.steam(), energy.others());
  }

  /// Of a clean row, by the fuels' parts in its site energy.
  public static MeteredRow of(ModelRow row) {
    FuelMix mix = FuelMix.of(row);
    return new MeteredRow(row.tonnes(), mix.electricity() * row.siteEnergy(), mix.gas() * row.siteEnergy(),
        mix.steam() * row.siteEnergy(), mix.others().map(others -> OtherFuels.of(others.fuels(),
            fuel -> mix.part(fuel) * row.siteEnergy())).orElse(OtherFuels.NONE));
  }

  /// The fuels of which there is a number.
  List<Fuel> fuels() {
    return others == OtherFuels.NONE ? Fuel.EVERYWHERE
        : Stream.concat(Fuel.EVERYWHERE.stream(), others.fuels().stream()).toList();
  }

  /// The energy of a fuel; 0 of one that the city does not have.
  double of(Fuel fuel) {
    return switch (fuel) {
      case ELECTRICITY -> electricity;
      case GAS -> gas;
      case STEAM -> steam;
      case HOT_WATER, CHILLED_WATER, OIL, OTHER -> others.of(fuel).orElse(0);
    };
  }

  /// The tonnes that factors make of it.
  public double tonnes(FuelFactors factors) {
    double tonnes = 0;
    for (Fuel fuel : fuels()) {
      tonnes += factors.of(fuel) * of(fuel);
    }
    return tonnes;
  }

  /// All of it.
  public double sum() {
    double sum = 0;
    for (Fuel fuel : fuels()) {
      sum += of(fuel);
    }
    return sum;
  }

  /// Whether all is known, and can be.
  boolean isUsable() {
    double sum = sum();
    return tonnes > 0 && fuels().stream().allMatch(fuel -> of(fuel) >= 0)
        && sum > 0 && tonnes + sum < Double.POSITIVE_INFINITY;
  }
}
