// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import io.carbonflow.model.building.Energy;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.factor.KnownFactors;
import io.carbonflow.model.factor.KnownFactors.Source;
import java.util.List;

/// The factors by which a year's emissions follow from its fuels.
///
/// @param year the year of the data; 0 for the reference
/// @param known the factors, and how well they fit the year's rows
/// @param beyond the share by which the emissions of the median row are off them, without what the decimals of
///     the emissions explain
public record FittedFactors(int year, KnownFactors known, double beyond) {
  /// The constants that features are made with, where too few rows tell others.
  static final FittedFactors REFERENCE = new FittedFactors(
      0, new KnownFactors(FuelFactors.REFERENCE, Source.REFERENCE, 0, 0, 0, List.of()), 0);

  /// Tonnes of some energy; NaN where a fuel is not known.
  double tonnes(Energy energy) {
    return factors().tonnes(energy);
  }

  /// Tonnes per kBtu of each fuel.
  public FuelFactors factors() {
    return known.factors();
  }

  /// Whether the emissions of most rows are what they give.
  boolean fit() {
    return beyond <= KnownFactors.NEAR;
  }

  /// Whether they come from rows of the year.
  public boolean areOfTheYear() {
    return known.source() == Source.ESTIMATED;
  }
}
