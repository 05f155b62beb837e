// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import java.util.Map;

/// The names that a city's tables have for kinds of buildings and places.
///
/// @param uses property uses
/// @param types main kinds of property
/// @param neighborhoods neighborhoods, in upper case and without the suffix ` NEIGHBORHOODS`
/// @param classes a class of each neighborhood that has one
/// @param otherClass that of all others; empty for none
/// @param buildingTypes the city's classes of buildings
public record CityNames(KnownNames uses, KnownNames types, KnownNames neighborhoods, Map<String, String> classes,
    String otherClass, KnownNames buildingTypes) {
  /// None is known.
  public static final CityNames NONE =
      new CityNames(KnownNames.NONE, KnownNames.NONE, KnownNames.NONE, Map.of(), "", KnownNames.NONE);

  /// Copies the map, and checks it.
  ///
  /// @throws IllegalArgumentException if a neighborhood has a class and is not known
  public CityNames {
    classes = Texts.namesByName(classes);
    Texts.checked(otherClass);
    for (String neighborhood : classes.keySet()) {
      if (!neighborhoods.names().contains(neighborhood)) {
        throw new IllegalArgumentException(
            "\"" + neighborhood + "\" has a class, and is not one of the neighborhoods");
      }
    }
  }

  /// The class of a neighborhood; empty where it has none.
  public String neighborhoodClass(String neighborhood) {
    return classes.getOrDefault(neighborhood, otherClass);
  }
}
