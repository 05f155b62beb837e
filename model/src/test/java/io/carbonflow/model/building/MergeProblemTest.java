// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Table;
import org.junit.jupiter.api.Test;

/// What cannot be merged is refused in one line: file, line and column, what, what to do.
class MergeProblemTest {
  private static String message(Table... tables) {
    return assertThrows(Problem.class, () -> MergeTables.of(List.of(tables), 0)).getMessage();
  }

  @Test
  void refusesABuildingTwiceInAYearWithTwoContents() {
    assertEquals("t.csv, line 3, column OSEBuildingID: building 1 of 2016 is already in line 2, with another "
        + "NumberofFloors: 10 there, 11 here; remove one of the rows, or give a table of another year",
        message(Samples.offices(Map.of(), Map.of("OSEBuildingID", "1.0", "NumberofFloors", "11"))));
  }

  @Test
  void namesBothTablesOfABuildingThatAppearsTwice() {
    Table table = Samples.of2016();
    String message = message(table, Samples.table("OSEBuildingID,DataYear,BuildingType,"
        + "LargestPropertyUseType,LargestPropertyUseTypeGFA,SiteEnergyUse(kBtu),"
        + "Electricity(kBtu),NaturalGas(kBtu),SteamUse(kBtu),TotalGHGEmissions\n"
        + "1,2016,NonResidential,Office,1,1,1,0,0,0\n"));
    assertEquals("t.csv, line 2, column OSEBuildingID: building 1 of 2016 is already in "
        + table.source() + ", line 2, column OSEBuildingID, with another PrimaryPropertyType: Warehouse there, "
        + "nothing here; remove one of the rows, or give a table of another year", message);
  }

  @Test
  void namesEveryRequiredColumnThatIsMissing() {
    assertEquals("t.csv, line 1: lacks the columns BuildingType, LargestPropertyUseType, "
        + "LargestPropertyUseTypeGFA, SiteEnergyUse(kBtu), SteamUse(kBtu), Electricity(kBtu), "
        + "NaturalGas(kBtu), TotalGHGEmissions or GHGEmissions(MetricTonsCO2e); give a table that "
        + "has them; the first line must hold the names; these are the names of Seattle's tables",
        message(Samples.table("OSEBuildingID,DataYear\n1,2016\n")));
  }

  @Test
  void refusesColumnsThatDifferInCaseAndSpacesOnly() {
    assertEquals("t.csv, line 1, column dataYEAR: is the same column as DataYear; "
        + "remove or rename one of the two columns",
        message(Samples.offices(Map.of("dataYEAR", "2016"))));
  }

  @Test
  void refusesTwoColumnsOfOneMeaningThatDisagree() {
    assertEquals("t.csv, line 2, column GHGEmissions(MetricTonsCO2e): is 3 where column "
        + "TotalGHGEmissions has 218.26; keep one of the two columns, they mean the same",
        message(Samples.offices(Map.of("GHGEmissions(MetricTonsCO2e)", "3"))));
  }

  @Test
  void refusesANumberThatIsNoneByTheColumnsNameInTheFile() {
    assertTrue(message(Samples.offices(
            Map.of("TotalGHGEmissions", "", "GHG Emissions (MetricTonsCO2e)", "abc")))
        .startsWith("t.csv, line 2, column GHG Emissions (MetricTonsCO2e): \"abc\" is not a "));
  }

  @Test
  void refusesARowWithoutIdOrYear() {
    assertTrue(message(Samples.offices(Map.of("OSEBuildingID", "")))
        .startsWith("t.csv, line 2, column OSEBuildingID: the building has no id"));
    assertTrue(message(Samples.offices(Map.of("DataYear", "NULL")))
        .startsWith("t.csv, line 2, column DataYear: the year is missing"));
    assertTrue(message(Samples.offices(Map.of("DataYear", "2016.5")))
        .startsWith("t.csv, line 2, column DataYear: 2016.5 is not a year"));
  }

  @Test
  void refusesATableWithoutRows() {
    assertEquals("t.csv: has a header and no rows; give a table with rows",
        message(Samples.table("OSEBuildingID,DataYear\n")));
  }
}
