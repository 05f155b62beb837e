// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.factor;

import io.carbonflow.model.building.Building;
import io.carbonflow.model.building.Energy;
import io.carbonflow.model.building.ModelRow;

/// What factors are estimated from: emissions of a building in a year, and the energy of its fuels.
///
/// @param tonnes emissions in tonnes; NaN where they are not known, as with the others
/// @param electricity energy in kBtu, as the others
public record MeteredRow(double tonnes, double electricity, double gas, double steam) {
  /// Of a building.
  public static MeteredRow of(Building building) {
    Energy energy = building.energy();
    return new MeteredRow(building.tonnes(), energy.electricity(), energy.gas(), energy.steam());
  }

  /// Of a clean row, by the fuels' parts in its site energy.
  public static MeteredRow of(ModelRow row) {
    FuelMix mix = FuelMix.of(row);
    return new MeteredRow(row.tonnes(), mix.electricity() * row.siteEnergy(), mix.gas() * row.siteEnergy(),
        mix.steam() * row.siteEnergy());
  }

  /// Whether all is known, and can be.
  boolean isUsable() {
    return tonnes > 0 && electricity >= 0 && gas >= 0 && steam >= 0
        && electricity + gas + steam > 0 && tonnes + electricity + gas + steam < Double.POSITIVE_INFINITY;
  }
}
