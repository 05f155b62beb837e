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
import static io.carbonflow.model.building.Content.number;
import static io.carbonflow.model.building.Limits.NOT_NEGATIVE;
import static io.carbonflow.model.building.Limits.likely;
import static io.carbonflow.model.building.Limits.possible;
import static java.lang.Double.POSITIVE_INFINITY;

import io.carbonflow.base.table.NearName;
import io.carbonflow.model.city.City;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The one schema of all cities and years: the columns of Seattle's 2016 table in its order, with what their
/// cells hold. The limits here follow from what a column is; those of a city stand in its file ([City]).
public enum Column {
  BUILDING_ID("OSEBuildingID", ALWAYS, ANY_ID),
  DATA_YEAR("DataYear", ALWAYS, number("year", possible(1990, 2099))),
  BUILDING_TYPE("BuildingType", TRAINING, TEXT),
  PRIMARY_TYPE("PrimaryPropertyType", NEVER, TEXT),
  PROPERTY_NAME("PropertyName", NEVER, TEXT),
  ADDRESS("Address", NEVER, TEXT),
  CITY("City", NEVER, TEXT),
  STATE("State", NEVER, TEXT),
  ZIP_CODE("ZipCode", NEVER, ANY_ID),
  TAX_PARCEL("TaxParcelIdentificationNumber", NEVER, ANY_ID),
  COUNCIL_DISTRICT("CouncilDistrictCode", NEVER, ANY_ID),
  NEIGHBORHOOD("Neighborhood", NEVER, TEXT),
  LATITUDE("Latitude", NEVER, number("degrees", possible(-90, 90))),
  LONGITUDE("Longitude", NEVER, number("degrees", possible(-180, 180))),
  /// What is greater than the data's year is a check of its own.
  YEAR_BUILT("YearBuilt", NEVER, number("year", Limits.NONE)),
  /// 0 is taken as 1.
  BUILDINGS("NumberofBuildings", NEVER, number("buildings", likely(1, POSITIVE_INFINITY))),
  /// 0 is taken as not known.
  FLOORS("NumberofFloors", NEVER, number("floors", likely(1, POSITIVE_INFINITY))),
  /// [Building#LEAST_AREA] is the least under a logarithm.
  TOTAL_AREA("PropertyGFATotal", NEVER, number("ft²", likely(Building.LEAST_AREA, POSITIVE_INFINITY))),
  PARKING_AREA("PropertyGFAParking", NEVER, number("ft²", likely(0, POSITIVE_INFINITY))),
  BUILDING_AREA(
      "PropertyGFABuilding(s)", NEVER, number("ft²", likely(Building.LEAST_AREA, POSITIVE_INFINITY))),
  USES("ListOfAllPropertyUseTypes", NEVER, TEXT),
  LARGEST_USE("LargestPropertyUseType", ALWAYS, TEXT),
  LARGEST_USE_AREA("LargestPropertyUseTypeGFA", ALWAYS, number("ft²", likely(0, POSITIVE_INFINITY))),
  SECOND_USE("SecondLargestPropertyUseType", NEVER, TEXT),
  SECOND_USE_AREA("SecondLargestPropertyUseTypeGFA", NEVER, number("ft²", likely(0, POSITIVE_INFINITY))),
  THIRD_USE("ThirdLargestPropertyUseType", NEVER, TEXT),
  THIRD_USE_AREA("ThirdLargestPropertyUseTypeGFA", NEVER, number("ft²", likely(0, POSITIVE_INFINITY))),
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
  COMMENTS("Comments", NEVER, TEXT),
  COMPLIANCE("ComplianceStatus", NEVER, TEXT),
  OUTLIER("Outlier", NEVER, TEXT),
  /// Less than 0 where electricity is.
  EMISSIONS("TotalGHGEmissions", TRAINING, number("t", NOT_NEGATIVE)),
  EMISSIONS_INTENSITY("GHGEmissionsIntensity", NEVER, number("kg/ft²", NOT_NEGATIVE)),
  // From here on only where a city's file names them: see Fuel.
  HOT_WATER("HotWaterUse(kBtu)", NEVER, number("kBtu", NOT_NEGATIVE)),
  CHILLED_WATER("ChilledWaterUse(kBtu)", NEVER, number("kBtu", NOT_NEGATIVE)),
  OIL("FuelOilUse(kBtu)", NEVER, number("kBtu", NOT_NEGATIVE)),
  OTHER_FUEL("OtherFuelUse(kBtu)", NEVER, number("kBtu", NOT_NEGATIVE));

  /// The column that the split adds; it is not one of the city's.
  public static final String IN_TRAIN = "in_train";

  /// The column of a merged table that says on which line of its source a row began.
  public static final String SOURCE_LINE = "source_line";

  /// What cannot be done without a column.
  enum Need { ALWAYS, METERS, TRAINING, NEVER }

  private final String title;
  private final Need need;
  private final Content anywhere;

  Column(String title, Need need, Content anywhere) {
    this.title = title;
    this.need = need;
    this.anywhere = anywhere;
  }

  /// What a table of Seattle's has is looked up for each cell.
  private static final class InSeattle {
    static final Map<Column, Content> CONTENT = new EnumMap<>(Arrays.stream(values())
        .collect(Collectors.toMap(Function.identity(), City.SEATTLE::content)));

    private InSeattle() {}
  }

  /// The name in the 2016 table of Seattle, and in the one schema.
  public String title() {
    return title;
  }

  /// What its cells hold in any city: its limits are those that follow from what it is.
  public Content anywhere() {
    return anywhere;
  }

  /// What its cells hold in Seattle; in another city it is [City#content].
  public Content content() {
    return InSeattle.CONTENT.get(this);
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
