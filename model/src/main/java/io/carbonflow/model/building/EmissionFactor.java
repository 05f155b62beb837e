// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

/// Tonnes of CO2 equivalent that a kBtu of a building's mix of fuels stands for, as features have it. In
/// Seattle's tables of 2015 and 2016, where the constants come from, emissions are this factor times the
/// site energy, to four digits (median relative residual 4e-5). Other years have other factors
/// ([YearFactors][io.carbonflow.model.factor.YearFactors]); features keep these, so that a year with other
/// factors is no other building.
public final class EmissionFactor {
  /// Tonnes per kBtu of electricity.
  public static final double ELECTRICITY = 6.971e-6;
  /// Tonnes per kBtu of natural gas.
  public static final double GAS = 5.311e-5;
  /// Tonnes per kBtu of district steam.
  public static final double STEAM = 7.7187e-5;
  /// The least factor that is used. Energy of no known fuel, or more electricity sent back than
  /// drawn (two buildings of 2016), would give zero or less, which has no logarithm.
  public static final double LEAST = 1e-6;

  private EmissionFactor() {}

  /// The factor of a mix of fuels, at least [#LEAST]; NaN where a share is not known.
  ///
  /// @param electricity its share in the site energy, as the others
  public static double of(double electricity, double gas, double steam) {
    return Math.max(LEAST, ELECTRICITY * electricity + GAS * gas + STEAM * steam);
  }
}
