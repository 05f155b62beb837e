// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import java.util.OptionalDouble;

/// Where a city lies, and what is built there. Beyond its degrees no building of it stands.
///
/// @param latitude degrees; nothing where they are not known
/// @param longitude degrees; nothing where they are not known
/// @param mostFloors more than its tallest building has are a slip of the pen
/// @param firstYear a year before this is none in which a building of it was built
/// @param reason where this is from; empty where nothing is said
public record CityPlace(Bounds latitude, Bounds longitude, OptionalDouble mostFloors, OptionalDouble firstYear,
    String reason) {
  /// Anywhere.
  public static final CityPlace ANYWHERE =
      new CityPlace(Bounds.NONE, Bounds.NONE, OptionalDouble.empty(), OptionalDouble.empty(), "");

  private static final double MOST_LATITUDE = 90;
  private static final double MOST_LONGITUDE = 180;

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if there are no such degrees or floors
  public CityPlace {
    Texts.checked(reason);
    if (isBeyond(latitude, MOST_LATITUDE) || isBeyond(longitude, MOST_LONGITUDE)) {
      throw new IllegalArgumentException("there are no such degrees");
    }
    if (mostFloors.orElse(1) < 1) {
      throw new IllegalArgumentException("no building has less than a floor");
    }
  }

  private static boolean isBeyond(Bounds degrees, double most) {
    return Math.abs(degrees.possibleFrom().orElse(0)) > most || Math.abs(degrees.possibleTo().orElse(0)) > most;
  }
}
