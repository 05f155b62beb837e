package io.carbonflow.building;

import java.util.function.Function;

/// Every category that describes a building. To add one, add a constant.
public enum Category {
  /// The main kind of property.
  PRIMARY_TYPE("PrimaryPropertyType", Building::primaryType, ""),
  /// The use with the largest floor area.
  LARGEST_USE("LargestPropertyUseType", b -> b.use(1).type(), Use.NONE),
  /// The use with the second largest floor area, or `None`.
  SECOND_USE("SecondLargestPropertyUseType", b -> b.use(2).type(), Use.NONE),
  /// The use with the third largest floor area, or `None`.
  THIRD_USE("ThirdLargestPropertyUseType", b -> b.use(3).type(), Use.NONE),
  /// The city's class of building.
  BUILDING_TYPE("BuildingType", Building::buildingType, ""),
  /// The neighborhood, in upper case.
  NEIGHBORHOOD("Neighborhood", Building::neighborhood, ""),
  /// How high the neighborhood's emissions are, by the table of the pipeline that this one
  /// replaces.
  NEIGHBORHOOD_CLASS("Neighborhood_type_GHGE", b -> neighborhoodClass(b.neighborhood()), "");

  private final String column;
  private final Function<Building, String> formula;
  private final String absent;

  Category(String column, Function<Building, String> formula, String absent) {
    this.column = column;
    this.formula = formula;
    this.absent = absent;
  }

  /// The name of its column in the clean table.
  public String column() {
    return column;
  }

  /// The value where none is known.
  public String absent() {
    return absent;
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
