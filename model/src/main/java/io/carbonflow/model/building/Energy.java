// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

/// Metered energy of one year in kBtu; NaN where it is not known.
///
/// @param site all of it
/// @param electricity from the grid
/// @param gas natural gas
/// @param steam district steam
public record Energy(double site, double electricity, double gas, double steam) {

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
