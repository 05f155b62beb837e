// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.total;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What leads from the median that a model of logarithms predicts to the mean, which is what adds up:
/// one factor for each property type. Emissions about a prediction are skewed, so that medians add up
/// to too little.
///
/// @param others the factor of any type that has none of its own
/// @param types the factor of each type that many training rows were of, by its name
public record MeanFactors(double others, SortedMap<String, Double> types) {
  /// The largest factor that is believed: on the real tables factors lie between 0.9 and 2.
  private static final double LARGEST = 1000;

  /// Copies the map and checks the factors.
  ///
  /// @throws IllegalArgumentException if one is not above 0, or above 1000
  public MeanFactors {
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    check(others);
    types.values().forEach(MeanFactors::check);
  }

  private static void check(double factor) {
    if (!(factor > 0 && factor <= LARGEST)) {
      throw new IllegalArgumentException("a factor of " + factor + " between median and mean");
    }
  }

  /// The mean.
  ///
  /// @param type the property type, as [io.carbonflow.model.building.Category#PRIMARY_TYPE] tells it
  /// @param median what was predicted, in tonnes
  /// @return tonnes, never negative
  public double mean(String type, double median) {
    return types.getOrDefault(type, others) * Math.max(0, median);
  }
}
