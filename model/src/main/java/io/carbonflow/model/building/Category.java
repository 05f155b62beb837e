// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.Set;
import java.util.function.Function;

/// Every category that describes a building. To add one, add a constant.
public enum Category {
  /// The main kind of property.
  PRIMARY_TYPE("PrimaryPropertyType", Building::primaryType, "", Known.PRIMARY_TYPES),
  /// The use with the largest floor area.
  LARGEST_USE("LargestPropertyUseType", b -> b.use(1).type(), Use.NONE, Known.USES),
  /// The use with the second largest floor area, or `None`.
  SECOND_USE("SecondLargestPropertyUseType", b -> b.use(2).type(), Use.NONE, Known.USES),
  /// The use with the third largest floor area, or `None`.
  THIRD_USE("ThirdLargestPropertyUseType", b -> b.use(3).type(), Use.NONE, Known.USES),
  /// The city's class of building.
  BUILDING_TYPE("BuildingType", Building::buildingType, "", Known.BUILDING_TYPES),
  /// The neighborhood, in upper case.
  NEIGHBORHOOD("Neighborhood", Building::neighborhood, "", Known.NEIGHBORHOODS),
  /// How high the neighborhood's emissions are, by the table of the pipeline that this one
  /// replaces.
  NEIGHBORHOOD_CLASS("Neighborhood_type_GHGE", b -> neighborhoodClass(b.neighborhood()), "",
      Set.of("low", "med-low", "med-high", "high"));

  private final String column;
  private final Function<Building, String> formula;
  private final String absent;
  private final Set<String> known;

  Category(
      String column, Function<Building, String> formula, String absent, Set<String> known) {
    this.column = column;
    this.formula = formula;
    this.absent = absent;
    this.known = known;
  }

  /// The name of its column in the clean table.
  public String column() {
    return column;
  }

  /// The value where none is known.
  public String absent() {
    return absent;
  }

  /// The values that there are.
  public Set<String> known() {
    return known;
  }

  /// Whether a value is one of those that there are, in any letter case, or the absent one.
  public boolean knows(String value) {
    return value.equals(absent) || known.contains(value)
        || known.stream().anyMatch(value::equalsIgnoreCase);
  }

  /// The value for a building.
  public String of(Building building) {
    return formula.apply(building);
  }

  private static String neighborhoodClass(String neighborhood) {
    return switch (neighborhood) {
      case "GREATER DUWAMISH", "SOUTHEAST" -> "low";
      case "NORTHEAST", "MAGNOLIA / QUEEN ANNE", "SOUTHWEST", "LAKE UNION" -> "med-high";
      case "DOWNTOWN", "EAST" -> "high";
      default -> "med-low";
    };
  }
}
