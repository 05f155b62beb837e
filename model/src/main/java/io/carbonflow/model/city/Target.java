// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import java.util.Optional;

/// What a model of a city predicts.
public enum Target {
  /// Tonnes of CO2 equivalent a year, as its tables have them.
  EMISSIONS("emissions", "t"),
  /// Site energy a year in MMBtu, where its tables have no emissions. Whatever is said of tonnes is said of these
  /// then, and the factor of each fuel is 1 MMBtu per 1,000 kBtu.
  SITE_ENERGY("site energy", "MMBtu");

  /// What stands for a fuel's factor where energy itself is predicted: MMBtu per kBtu.
  public static final double MMBTU_PER_KBTU = 1e-3;

  private final String word;
  private final String unit;

  Target(String word, String unit) {
    this.word = word;
    this.unit = unit;
  }

  /// As files have it, and as people say it: `site energy`.
  public String word() {
    return word;
  }

  /// What is to be said beside figures that are called tonnes; empty where they are.
  public Optional<String> notice() {
    return switch (this) {
      case EMISSIONS -> Optional.empty();
      case SITE_ENERGY -> Optional.of("Site energy is predicted, as the city's tables have no emissions: wherever"
          + " tonnes or t are written, MMBtu of site energy are meant.");
    };
  }

  /// The unit that predictions are counted in.
  public String unit() {
    return unit;
  }
}
