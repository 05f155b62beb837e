package io.carbonflow.building;

import static io.carbonflow.building.Column.Kind.FLAG;
import static io.carbonflow.building.Column.Kind.ID;
import static io.carbonflow.building.Column.Kind.NUMBER;
import static io.carbonflow.building.Column.Kind.TEXT;
import static io.carbonflow.building.Column.Need.ALWAYS;
import static io.carbonflow.building.Column.Need.METERS;
import static io.carbonflow.building.Column.Need.NEVER;
import static io.carbonflow.building.Column.Need.TRAINING;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The one schema of both years: the 2016 table's columns in its order.
enum Column {
  BUILDING_ID("OSEBuildingID", ID, ALWAYS),
  DATA_YEAR("DataYear", NUMBER, ALWAYS),
  BUILDING_TYPE("BuildingType", TEXT, TRAINING),
  PRIMARY_TYPE("PrimaryPropertyType", TEXT, NEVER),
  PROPERTY_NAME("PropertyName", TEXT, NEVER),
  ADDRESS("Address", TEXT, NEVER),
  CITY("City", TEXT, NEVER),
  STATE("State", TEXT, NEVER),
  ZIP_CODE("ZipCode", ID, NEVER),
  TAX_PARCEL("TaxParcelIdentificationNumber", ID, NEVER),
  COUNCIL_DISTRICT("CouncilDistrictCode", ID, NEVER),
  NEIGHBORHOOD("Neighborhood", TEXT, NEVER),
  LATITUDE("Latitude", NUMBER, NEVER),
  LONGITUDE("Longitude", NUMBER, NEVER),
  YEAR_BUILT("YearBuilt", NUMBER, NEVER),
  BUILDINGS("NumberofBuildings", NUMBER, NEVER),
  FLOORS("NumberofFloors", NUMBER, NEVER),
  TOTAL_AREA("PropertyGFATotal", NUMBER, NEVER),
  PARKING_AREA("PropertyGFAParking", NUMBER, NEVER),
  BUILDING_AREA("PropertyGFABuilding(s)", NUMBER, NEVER),
  USES("ListOfAllPropertyUseTypes", TEXT, NEVER),
  LARGEST_USE("LargestPropertyUseType", TEXT, ALWAYS),
  LARGEST_USE_AREA("LargestPropertyUseTypeGFA", NUMBER, ALWAYS),
  SECOND_USE("SecondLargestPropertyUseType", TEXT, NEVER),
  SECOND_USE_AREA("SecondLargestPropertyUseTypeGFA", NUMBER, NEVER),
  THIRD_USE("ThirdLargestPropertyUseType", TEXT, NEVER),
  THIRD_USE_AREA("ThirdLargestPropertyUseTypeGFA", NUMBER, NEVER),
  YEARS_CERTIFIED("YearsENERGYSTARCertified", TEXT, NEVER),
  ENERGY_STAR_SCORE("ENERGYSTARScore", NUMBER, NEVER),
  SITE_INTENSITY("SiteEUI(kBtu/sf)", NUMBER, NEVER),
  SITE_INTENSITY_WN("SiteEUIWN(kBtu/sf)", NUMBER, NEVER),
  SOURCE_INTENSITY("SourceEUI(kBtu/sf)", NUMBER, NEVER),
  SOURCE_INTENSITY_WN("SourceEUIWN(kBtu/sf)", NUMBER, NEVER),
  SITE_ENERGY("SiteEnergyUse(kBtu)", NUMBER, METERS),
  SITE_ENERGY_WN("SiteEnergyUseWN(kBtu)", NUMBER, NEVER),
  STEAM("SteamUse(kBtu)", NUMBER, METERS),
  ELECTRICITY_KWH("Electricity(kWh)", NUMBER, NEVER),
  ELECTRICITY("Electricity(kBtu)", NUMBER, METERS),
  GAS_THERMS("NaturalGas(therms)", NUMBER, NEVER),
  GAS("NaturalGas(kBtu)", NUMBER, METERS),
  DEFAULT_DATA("DefaultData", FLAG, NEVER),
  COMMENTS("Comments", TEXT, NEVER, "Comment"),
  COMPLIANCE("ComplianceStatus", TEXT, NEVER),
  OUTLIER("Outlier", TEXT, NEVER),
  EMISSIONS("TotalGHGEmissions", NUMBER, TRAINING, "GHGEmissions(MetricTonsCO2e)"),
  EMISSIONS_INTENSITY(
      "GHGEmissionsIntensity", NUMBER, NEVER, "GHGEmissionsIntensity(kgCO2e/ft2)");

  /// The column that the split adds; it is not one of the city's.
  static final String IN_TRAIN = "in_train";

  /// How a column's cells are written.
  enum Kind { ID, NUMBER, FLAG, TEXT }

  /// What cannot be done without a column.
  enum Need { ALWAYS, METERS, TRAINING, NEVER }

  private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

  private final String title;
  private final Kind kind;
  private final Need need;
  private final List<String> aliases;

  Column(String title, Kind kind, Need need, String... aliases) {
    this.title = title;
    this.kind = kind;
    this.need = need;
    this.aliases = List.of(aliases);
  }

  /// The name in the 2016 table.
  String title() {
    return title;
  }

  /// The name in the 2016 table, and that in the 2015 table where it is another.
  String named() {
    return aliases.isEmpty() ? title : title + " or " + String.join(" or ", aliases);
  }

  Kind kind() {
    return kind;
  }

  /// The names in the 2015 table, where they are others.
  List<String> aliases() {
    return aliases;
  }

  /// Whether a table must have this column to be used for this purpose.
  boolean requiredFor(Purpose purpose) {
    return switch (need) {
      case ALWAYS -> true;
      case METERS -> purpose.needsMeters();
      case TRAINING -> purpose == Purpose.TRAINING;
      case NEVER -> false;
    };
  }

  /// A name as names are compared: without letter case, spaces and byte-order marks.
  static String key(String name) {
    return BLANK.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
