// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityNames;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every category that describes a building. To add one, add a constant.
public enum Category {
  /// The main kind of property.
  PRIMARY_TYPE("PrimaryPropertyType", Building::primaryType, "", names -> names.types().names()),
  /// The use with the largest floor area.
  LARGEST_USE("LargestPropertyUseType", b -> b.use(1).type(), Use.NONE, names -> names.uses().names()),
  /// The use with the second largest floor area, or `None`.
  SECOND_USE("SecondLargestPropertyUseType", b -> b.use(2).type(), Use.NONE, names -> names.uses().names()),
  /// The use with the third largest floor area, or `None`.
  THIRD_USE("ThirdLargestPropertyUseType", b -> b.use(3).type(), Use.NONE, names -> names.uses().names()),
  /// The city's class of building.
  BUILDING_TYPE("BuildingType", Building::buildingType, "", names -> names.buildingTypes().names()),
  /// The neighborhood, in upper case.
  NEIGHBORHOOD("Neighborhood", Building::neighborhood, "", names -> names.neighborhoods().names()),
  /// How high the neighborhood's emissions are, by the table of the pipeline that this one
  /// replaces.
  NEIGHBORHOOD_CLASS("Neighborhood_type_GHGE", Building::neighborhood, "",
      Category::classes);

  private final String column;
  private final Function<Building, String> formula;
  private final String absent;
  private final Function<CityNames, Set<String>> known;

  Category(
      String column, Function<Building, String> formula, String absent, Function<CityNames, Set<String>> known) {
    this.column = column;
    this.formula = formula;
    this.absent = absent;
    this.known = known;
  }

  private static Set<String> classes(CityNames names) {
    return Stream.concat(names.classes().values().stream(), Stream.of(names.otherClass()))
        .filter(name -> !name.isEmpty()).collect(Collectors.toSet());
  }

  /// The name of its column in the clean table.
  public String column() {
    return column;
  }

  /// The value where none is known.
  public String absent() {
    return absent;
  }

  /// The values that there are in Seattle.
  public Set<String> known() {
    return known(City.SEATTLE);
  }

  /// The values that there are in a city; none where its names are not known.
  public Set<String> known(City city) {
    return known.apply(city.names());
  }

  /// Whether a value is one of those that there are in Seattle, in any letter case, or the absent one.
  public boolean knows(String value) {
    return knows(value, City.SEATTLE);
  }

  /// Whether a value is one of those that there are in a city, in any letter case, or the absent one; any is where
  /// the city's names are not known.
  public boolean knows(String value, City city) {
    Set<String> names = known(city);
    return value.equals(absent) || names.isEmpty() || names.contains(value)
        || names.stream().anyMatch(value::equalsIgnoreCase);
  }

  /// The value for a building of Seattle.
  public String of(Building building) {
    return of(building, City.SEATTLE);
  }

  /// The value for a building.
  public String of(Building building, City city) {
    String value = formula.apply(building);
    return this == NEIGHBORHOOD_CLASS ? city.names().neighborhoodClass(value) : value;
  }
}
