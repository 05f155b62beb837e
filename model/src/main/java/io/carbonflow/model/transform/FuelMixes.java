// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelMix;
import io.carbonflow.model.building.ModelRow;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The fuels that buildings use on average, by property type, learned from training rows. They stand in for
/// those of a building whose meters nobody has read.
///
/// @param all the mean of all training rows
/// @param types the mean of each [Category#PRIMARY_TYPE] of which there are [#LEAST_ROWS] at least
public record FuelMixes(FuelMix all, SortedMap<String, FuelMix> types) {
  /// A type with fewer training rows has the mix of all.
  static final int LEAST_ROWS = 10;

  /// Copies the map.
  ///
  /// @throws IllegalArgumentException if a part is not from 0 to 1
  public FuelMixes {
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    check(all);
    types.values().forEach(FuelMixes::check);
  }

  private static void check(FuelMix mix) {
    for (Fuel fuel : Fuel.values()) {
      double part = mix.part(fuel);
      if (!(part >= 0 && part <= 1)) {
        throw new IllegalArgumentException("a mean mix with the part " + part);
      }
    }
  }

  /// Learns them; empty where no row's fuels are known.
  static Optional<FuelMixes> fit(List<ModelRow> training) {
    List<ModelRow> known = training.stream().filter(row -> FuelMix.of(row).isKnown()).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, FuelMix> types = new TreeMap<>();
    known.stream().collect(Collectors.groupingBy(
        row -> row.category(Category.PRIMARY_TYPE), TreeMap::new, Collectors.toList()))
        .forEach((type, rows) -> {
          if (rows.size() >= LEAST_ROWS) {
            types.put(type, mean(rows));
          }
        });
    return Optional.of(new FuelMixes(mean(known), types));
  }

  private static FuelMix mean(List<ModelRow> rows) {
    Map<Fuel, Double> sums = new EnumMap<>(Fuel.class);
    for (ModelRow row : rows) {
      FuelMix mix = FuelMix.of(row);
      mix.fuels().forEach(fuel -> sums.merge(fuel, Math.clamp(mix.part(fuel), 0, 1), Double::sum));
    }
    return FuelMix.of(fuel -> sums.containsKey(fuel) ? sums.get(fuel) / rows.size() : Double.NaN);
  }

  /// The mix of a property type.
  public FuelMix of(String type) {
    return types.getOrDefault(type, all);
  }
}
