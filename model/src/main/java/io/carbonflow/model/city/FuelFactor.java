// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import io.carbonflow.model.building.FuelFactors;
import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a city says of the emission factor of a fuel, in t per kBtu: nothing where it is to be estimated from rows.
///
/// @param reference what features are made of, whatever year a row is of; where it is not given, the factor of the
///     first year stands in
/// @param always the factor of every year of which `years` has none
/// @param years the factors of years
public record FuelFactor(OptionalDouble reference, OptionalDouble always, SortedMap<Integer, Double> years) {
  /// To be estimated.
  public static final FuelFactor ESTIMATED =
      new FuelFactor(OptionalDouble.empty(), OptionalDouble.empty(), Collections.emptySortedMap());

  /// Copies the map, and checks the numbers.
  ///
  /// @throws IllegalArgumentException if one can be no factor
  public FuelFactor {
    years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
    reference.ifPresent(FuelFactor::check);
    always.ifPresent(FuelFactor::check);
    years.values().forEach(FuelFactor::check);
  }

  private static void check(double factor) {
    if (!(factor >= 0 && factor <= FuelFactors.MOST)) {
      throw new IllegalArgumentException(
          factor + " is not a factor: one is from 0 to " + FuelFactors.MOST + " t per kBtu");
    }
  }

  /// The factor of a year; empty where it is to be estimated.
  public OptionalDouble of(int year) {
    return years.containsKey(year) ? OptionalDouble.of(years.get(year)) : always;
  }
}
