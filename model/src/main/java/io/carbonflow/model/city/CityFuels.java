// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// The fuels that a city's buildings use, and what is known of their emission factors.
///
/// @param factors of each fuel that the city has
public record CityFuels(Map<Fuel, FuelFactor> factors) {
  /// Copies the map.
  public CityFuels {
    EnumMap<Fuel, FuelFactor> copy = new EnumMap<>(Fuel.class);
    copy.putAll(factors);
    factors = Collections.unmodifiableMap(copy);
  }

  /// Fuels whose factors are estimated.
  public static CityFuels estimated(List<Fuel> fuels) {
    Map<Fuel, FuelFactor> factors = new EnumMap<>(Fuel.class);
    fuels.forEach(fuel -> factors.put(fuel, FuelFactor.ESTIMATED));
    return new CityFuels(factors);
  }

  /// Fuels whose factor is the same in every year.
  public static CityFuels always(List<Fuel> fuels, double factor) {
    Map<Fuel, FuelFactor> factors = new EnumMap<>(Fuel.class);
    fuels.forEach(fuel -> factors.put(fuel,
        new FuelFactor(OptionalDouble.of(factor), OptionalDouble.of(factor), new TreeMap<>())));
    return new CityFuels(factors);
  }

  /// The fuels, in their order.
  public List<Fuel> fuels() {
    return List.copyOf(factors.keySet());
  }

  /// The factors of a year that are known without any row.
  public Map<Fuel, Double> given(int year) {
    Map<Fuel, Double> given = new EnumMap<>(Fuel.class);
    factors.forEach((fuel, factor) -> factor.of(year).ifPresent(number -> given.put(fuel, number)));
    return given;
  }

  /// What features are made of; empty where the file does not say it of each fuel.
  public Optional<FuelFactors> reference() {
    if (factors.isEmpty() || factors.values().stream().anyMatch(factor -> factor.reference().isEmpty())) {
      return Optional.empty();
    }
    FuelFactors reference = new FuelFactors(0, 0, 0);
    for (Map.Entry<Fuel, FuelFactor> one : factors.entrySet()) {
      reference = reference.with(one.getKey(), one.getValue().reference().getAsDouble());
    }
    return Optional.of(reference);
  }
}
