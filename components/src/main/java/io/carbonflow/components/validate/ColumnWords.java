// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import io.carbonflow.model.building.Column;

/// What a column holds, in a few words: its name is the city's, and often short for something.
final class ColumnWords {
  private ColumnWords() {}

  static String of(Column column) {
    return switch (column) {
      case BUILDING_ID -> "The city's number of the building";
      case DATA_YEAR -> "The year that the row is of";
      case BUILDING_TYPE -> "The city's class of building";
      case PRIMARY_TYPE -> "The main kind of property";
      case PROPERTY_NAME -> "Name of the building";
      case ADDRESS -> "Street and number";
      case CITY -> "City";
      case STATE -> "State";
      case ZIP_CODE -> "ZIP code";
      case TAX_PARCEL -> "The county's number of the parcel of land";
      case COUNCIL_DISTRICT -> "District of the city council";
      case NEIGHBORHOOD -> "Neighborhood";
      case LATITUDE -> "How far north";
      case LONGITUDE -> "How far east";
      case YEAR_BUILT -> "Year in which it was built";
      case BUILDINGS -> "Buildings of the property";
      case FLOORS -> "Floors above ground";
      case TOTAL_AREA -> "Floor area with parking";
      case PARKING_AREA -> "Floor area of parking";
      case BUILDING_AREA -> "Floor area without parking";
      case USES -> "All uses of the building";
      case LARGEST_USE -> "The use with the largest floor area";
      case LARGEST_USE_AREA -> "Floor area of the largest use";
      case SECOND_USE -> "The use with the second largest floor area";
      case SECOND_USE_AREA -> "Floor area of the second use";
      case THIRD_USE -> "The use with the third largest floor area";
      case THIRD_USE_AREA -> "Floor area of the third use";
      case YEARS_CERTIFIED -> "Years in which it had an ENERGY STAR certificate";
      case ENERGY_STAR_SCORE -> "ENERGY STAR score";
      case SITE_INTENSITY -> "Energy used by floor area";
      case SITE_INTENSITY_WN -> "Energy used by floor area, as in a usual winter and summer";
      case SOURCE_INTENSITY -> "Energy by floor area, with what power plants and lines lose";
      case SOURCE_INTENSITY_WN -> "The same, as in a usual winter and summer";
      case SITE_ENERGY -> "Energy used in the year, of all fuels";
      case SITE_ENERGY_WN -> "Energy used, as in a usual winter and summer";
      case STEAM -> "Energy from district steam";
      case ELECTRICITY_KWH -> "Electricity, in kilowatt hours";
      case ELECTRICITY -> "Energy from electricity";
      case GAS_THERMS -> "Natural gas, in therms";
      case GAS -> "Energy from natural gas";
      case DEFAULT_DATA -> "Whether uses were filled in with usual values";
      case COMMENTS -> "Comments of the owner";
      case COMPLIANCE -> "Whether the report is as the law asks";
      case OUTLIER -> "Whether the city takes it for an outlier";
      case EMISSIONS -> "Emissions of the year";
      case EMISSIONS_INTENSITY -> "Emissions by floor area";
      case HOT_WATER -> "Energy from district hot water";
      case CHILLED_WATER -> "Energy from district chilled water";
      case OIL -> "Energy from fuel oil";
      case OTHER_FUEL -> "Energy from other fuels";
    };
  }
}
