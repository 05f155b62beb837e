// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.factor;

import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;

/// The parts that fuels have in a building's energy. What follows from a mix by factors ([FuelFactors]) does
/// not depend on whether its parts add up to one.
///
/// @param electricity its part in the site energy, as the others; NaN where it is not known
public record FuelMix(double electricity, double gas, double steam) {

  /// The mix of a row; NaN where it is not known.
  public static FuelMix of(ModelRow row) {
    return new FuelMix(row.feature(Feature.ELECTRICITY_SHARE), row.feature(Feature.GAS_SHARE),
        row.feature(Feature.STEAM_SHARE));
  }

  /// The part of a fuel.
  public double part(Fuel fuel) {
    return switch (fuel) {
      case ELECTRICITY -> electricity;
      case GAS -> gas;
      case STEAM -> steam;
    };
  }

  /// Whether all parts are known.
  public boolean isKnown() {
    return !Double.isNaN(electricity) && !Double.isNaN(gas) && !Double.isNaN(steam);
  }
}
