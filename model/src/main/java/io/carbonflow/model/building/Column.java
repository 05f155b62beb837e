// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static io.carbonflow.model.building.Column.Need.ALWAYS;
import static io.carbonflow.model.building.Column.Need.METERS;
import static io.carbonflow.model.building.Column.Need.NEVER;
import static io.carbonflow.model.building.Column.Need.TRAINING;
import static io.carbonflow.model.building.Content.ANY_ID;
import static io.carbonflow.model.building.Content.FLAG;
import static io.carbonflow.model.building.Content.TEXT;
import static io.carbonflow.model.building.Content.id;
import static io.carbonflow.model.building.Content.number;
import static io.carbonflow.model.building.Limits.NOT_NEGATIVE;
import static io.carbonflow.model.building.Limits.likely;
import static io.carbonflow.model.building.Limits.likelyFrom;
import static io.carbonflow.model.building.Limits.possible;
import static java.lang.Double.POSITIVE_INFINITY;

import io.carbonflow.base.table.NearName;
import java.util.List;

/// The one schema of both years: the 2016 table's columns in its order, with what their cells hold.
/// Where no other source is named, limits are the extremes of the two tables, widened.
public enum Column {
  BUILDING_ID("OSEBuildingID", ALWAYS, ANY_ID),
  /// Seattle's buildings have reported since 2010 (ordinance 123226).
  DATA_YEAR("DataYear", ALWAYS, number("year", possible(2010, 2099))),
  BUILDING_TYPE("BuildingType", TRAINING, TEXT),
  PRIMARY_TYPE("PrimaryPropertyType", NEVER, TEXT),
  PROPERTY_NAME("PropertyName", NEVER, TEXT, "BuildingName"),
  ADDRESS("Address", NEVER, TEXT),
  CITY("City", NEVER, TEXT),
  STATE("State", NEVER, TEXT),
  /// The post office's codes of Seattle begin with 981.
  ZIP_CODE("ZipCode", NEVER, id("981\\d\\d(-\\d{4})?", "981 and two more digits")),
  TAX_PARCEL("TaxParcelIdentificationNumber", NEVER, ANY_ID),
  /// The city has seven districts.
  COUNCIL_DISTRICT("CouncilDistrictCode", NEVER, id("[1-7]", "a digit from 1 to 7")),
  NEIGHBORHOOD("Neighborhood", NEVER, TEXT),
  /// The city, waters included, lies within 47.481 and 47.734 (Census Bureau).
  LATITUDE("Latitude", NEVER, number("degrees", possible(47.48, 47.76))),
  /// The city, waters included, lies within -122.460 and -122.224; the tables go to -122.220.
  LONGITUDE("Longitude", NEVER, number("degrees", possible(-122.46, -122.2))),
  /// The city was founded in 1851. What is greater than the data's year is a check of its own.
  YEAR_BUILT("YearBuilt", NEVER, number("year", likely(1851, POSITIVE_INFINITY))),
  /// 0 is taken as 1; the tables go up to 111, a campus.
  BUILDINGS("NumberofBuildings", NEVER, number("buildings", likelyFrom(1, 500))),
  /// 0 is taken as not known, and [Site#MOST_FLOORS] is the most; the tallest building has 76.
  FLOORS("NumberofFloors", NEVER, number("floors", likely(1, 76))),
  /// [Building#LEAST_AREA] is the least under a logarithm; the tables go up to 9.3 million.
  TOTAL_AREA("PropertyGFATotal", NEVER, number("ft²", likelyFrom(Building.LEAST_AREA, 2e7))),
  PARKING_AREA("PropertyGFAParking", NEVER, number("ft²", likelyFrom(0, 2e7))),
  BUILDING_AREA(
      "PropertyGFABuilding(s)", NEVER, number("ft²", likelyFrom(Building.LEAST_AREA, 2e7))),
  USES("ListOfAllPropertyUseTypes", NEVER, TEXT),
  LARGEST_USE("LargestPropertyUseType", ALWAYS, TEXT),
  LARGEST_USE_AREA("LargestPropertyUseTypeGFA", ALWAYS, number("ft²", likelyFrom(0, 2e7))),
  SECOND_USE("SecondLargestPropertyUseType", NEVER, TEXT),
  SECOND_USE_AREA("SecondLargestPropertyUseTypeGFA", NEVER, number("ft²", likelyFrom(0, 2e7))),
  THIRD_USE("ThirdLargestPropertyUseType", NEVER, TEXT),
  THIRD_USE_AREA("ThirdLargestPropertyUseTypeGFA", NEVER, number("ft²", likelyFrom(0, 2e7))),
  YEARS_CERTIFIED("YearsENERGYSTARCertified", NEVER, TEXT),
  /// By its definition; anything else is taken as not known.
  ENERGY_STAR_SCORE("ENERGYSTARScore", NEVER, number("score", likely(1, 100))),
  SITE_INTENSITY("SiteEUI(kBtu/sf)", NEVER, number("kBtu/ft²", NOT_NEGATIVE)),
  SITE_INTENSITY_WN("SiteEUIWN(kBtu/sf)", NEVER, number("kBtu/ft²", NOT_NEGATIVE)),
  SOURCE_INTENSITY("SourceEUI(kBtu/sf)", NEVER, number("kBtu/ft²", NOT_NEGATIVE)),
  SOURCE_INTENSITY_WN("SourceEUIWN(kBtu/sf)", NEVER, number("kBtu/ft²", NOT_NEGATIVE)),
  /// Zero and less is a reason to leave a row out ([Rule#NO_ENERGY]).
  SITE_ENERGY("SiteEnergyUse(kBtu)", METERS, number("kBtu", Limits.NONE)),
  SITE_ENERGY_WN("SiteEnergyUseWN(kBtu)", NEVER, number("kBtu", NOT_NEGATIVE)),
  STEAM("SteamUse(kBtu)", METERS, number("kBtu", possible(0, POSITIVE_INFINITY))),
  ELECTRICITY_KWH("Electricity(kWh)", NEVER, number("kWh", NOT_NEGATIVE)),
  /// Less than 0 where a building sends back more than it draws, as one of 2016 does.
  ELECTRICITY("Electricity(kBtu)", METERS, number("kBtu", NOT_NEGATIVE)),
  GAS_THERMS("NaturalGas(therms)", NEVER, number("therms", NOT_NEGATIVE)),
  GAS("NaturalGas(kBtu)", METERS, number("kBtu", possible(0, POSITIVE_INFINITY))),
  DEFAULT_DATA("DefaultData", NEVER, FLAG),
  COMMENTS("Comments", NEVER, TEXT, "Comment"),
  COMPLIANCE("ComplianceStatus", NEVER, TEXT),
  OUTLIER("Outlier", NEVER, TEXT),
  /// Less than 0 where electricity is.
  EMISSIONS("TotalGHGEmissions", TRAINING, number("t", NOT_NEGATIVE),
      "GHGEmissions(MetricTonsCO2e)"),
  EMISSIONS_INTENSITY("GHGEmissionsIntensity", NEVER, number("kg/ft²", NOT_NEGATIVE),
      "GHGEmissionsIntensity(kgCO2e/ft2)");

  /// The column that the split adds; it is not one of the city's.
  public static final String IN_TRAIN = "in_train";

  /// The column of a merged table that says on which line of its source a row began.
  public static final String SOURCE_LINE = "source_line";

  /// What cannot be done without a column.
  enum Need { ALWAYS, METERS, TRAINING, NEVER }

  private final String title;
  private final Need need;
  private final Content content;
  private final List<String> aliases;

  Column(String title, Need need, Content content, String... aliases) {
    this.title = title;
    this.need = need;
    this.content = content;
    this.aliases = List.of(aliases);
  }

  /// The name in the 2016 table.
  public String title() {
    return title;
  }

  /// The name in the 2016 table, and that in the 2015 table where it is another.
  String named() {
    return aliases.isEmpty() ? title : title + " or " + String.join(" or ", aliases);
  }

  /// What its cells hold.
  public Content content() {
    return content;
  }

  /// The names in other years' tables, where they are others.
  List<String> aliases() {
    return aliases;
  }

  /// Whether a table must have this column to be used for this purpose.
  public boolean requiredFor(Purpose purpose) {
    return switch (need) {
      case ALWAYS -> true;
      case METERS -> purpose.needsMeters();
      case TRAINING -> purpose == Purpose.TRAINING;
      case NEVER -> false;
    };
  }

  /// A name as names are compared, by letters and digits alone: `SiteEnergyUse(kBtu)` of the tables,
  /// `SiteEnergyUse.kBtu.` of R and `siteenergyuse_kbtu` of the portal's API are one.
  static String key(String name) {
    return NearName.key(name);
  }
}
