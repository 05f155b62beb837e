// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import io.carbonflow.model.building.EmissionFactor;
import io.carbonflow.model.building.Energy;

/// By which factors a year's emissions follow from its fuels.
///
/// @param year the year of the data; 0 for the reference
/// @param rows how many rows they come from; 0 for the reference
/// @param electricity tonnes per kBtu of electricity
/// @param gas tonnes per kBtu of natural gas
/// @param steam tonnes per kBtu of district steam
/// @param residual by which part the emissions of the median row are off what the factors give
/// @param beyond the same without what the decimals of the emissions explain
public record FittedFactors(int year, long rows, double electricity, double gas, double steam, double residual,
    double beyond) {
  /// The constants that features are made with ([EmissionFactor]).
  static final FittedFactors REFERENCE = new FittedFactors(
      0, 0, EmissionFactor.ELECTRICITY, EmissionFactor.GAS, EmissionFactor.STEAM, 0, 0);

  /// Tonnes of some energy; NaN where a fuel is not known.
  double tonnes(Energy energy) {
    return energy.electricity() * electricity + energy.gas() * gas + energy.steam() * steam;
  }

  /// The part that emissions of the median row may be off, without what decimals explain.
  static final double MOST_OFF = 0.01;

  /// Whether the emissions of most rows are what they give.
  boolean fit() {
    return beyond <= MOST_OFF;
  }

  /// Whether they come from rows of the year.
  public boolean areOfTheYear() {
    return rows > 0;
  }
}
