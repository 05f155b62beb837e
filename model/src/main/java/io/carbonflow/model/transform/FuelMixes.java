// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.factor.FuelMix;
import java.util.Collections;
import java.util.List;
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
    for (double part : new double[] {mix.electricity(), mix.gas(), mix.steam()}) {
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
    double[] sums = new double[3];
    for (ModelRow row : rows) {
      FuelMix mix = FuelMix.of(row);
      sums[0] += Math.clamp(mix.electricity(), 0, 1);
      sums[1] += Math.clamp(mix.gas(), 0, 1);
      sums[2] += Math.clamp(mix.steam(), 0, 1);
    }
    return new FuelMix(sums[0] / rows.size(), sums[1] / rows.size(), sums[2] / rows.size());
  }

  /// The mix of a property type.
  public FuelMix of(String type) {
    return types.getOrDefault(type, all);
  }
}
