package io.carbonflow.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.fault.Problem;
import io.carbonflow.table.Row;
import io.carbonflow.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MergeTest {
  private static Table merge(Table... tables) {
    return Merge.of(List.of(tables), 0);
  }

  private static String message(Table... tables) {
    return assertThrows(Problem.class, () -> merge(tables)).getMessage();
  }

  private static List<List<String>> cells(Table table) {
    return table.rows().stream().map(Row::cells).toList();
  }

  @Test
  void bringsBothYearsIntoTheSchemaOf2016AndAddsTheSplit() {
    Table merged = merge(Samples.of2015(), Samples.of2016());
    List<String> columns = new ArrayList<>(Samples.of2016().header().names());
    columns.add("in_train");
    assertEquals(columns, merged.header().names());
    assertEquals(516 + 513, merged.rows().size());
  }

  @Test
  void renamesTheColumnsOf2015AndTakesItsLocationApart() {
    Row row = merge(Samples.of2015()).rows().getFirst();
    assertEquals("120.73", row.text("TotalGHGEmissions"));
    assertEquals("0.88", row.text("GHGEmissionsIntensity"));
    assertEquals("47.67371563", row.text("Latitude"));
    assertEquals("-122.37228557", row.text("Longitude"));
    assertEquals("9297 LARCHMOUNT WAY", row.text("Address"));
    assertEquals("SEATTLE", row.text("City"));
    assertEquals("WA", row.text("State"));
    assertEquals("98101", row.text("ZipCode"));
  }

  @Test
  void writesNumbersTruthAndNamesInOneWay() {
    Table merged = merge(Samples.offices(Map.of(
        "PropertyGFATotal", "120,000.0", "DefaultData", "YES", "OSEBuildingID", "0042.0",
        "PrimaryPropertyType", "Large\n Office ", "TaxParcelIdentificationNumber", "0659000030")));
    Row row = merged.rows().getFirst();
    assertEquals("120000", row.raw("PropertyGFATotal"));
    assertEquals("True", row.raw("DefaultData"));
    assertEquals("0042", row.raw("OSEBuildingID"));
    assertEquals("Large Office", row.raw("PrimaryPropertyType"));
    assertEquals("0659000030", row.raw("TaxParcelIdentificationNumber"));
  }

  @Test
  void putsBothYearsOfABuildingOnOneSide() {
    var sides = new HashMap<String, String>();
    for (Row row : merge(Samples.of2015(), Samples.of2016()).rows()) {
      String side = row.text("in_train");
      assertEquals(side, sides.getOrDefault(row.id("OSEBuildingID"), side));
      sides.put(row.id("OSEBuildingID"), side);
    }
    assertTrue(sides.containsValue("True") && sides.containsValue("False"));
  }

  @Test
  void doesNotDependOnTheOrderOfTheTables() {
    assertEquals(
        cells(merge(Samples.of2015(), Samples.of2016())),
        cells(merge(Samples.of2016(), Samples.of2015())));
  }

  @Test
  void takesRowsOfOneYearOnly() {
    assertEquals(513, merge(Samples.of2016()).rows().size());
    Table one = Samples.offices(Map.of());
    Table other = Samples.offices(Map.of("OSEBuildingID", "2"));
    assertEquals(2, merge(one, other).rows().size());
  }

  @Test
  void takesBothYearsInOneTable() {
    Table both = Samples.offices(Map.of(), Map.of("DataYear", "2015"));
    assertEquals(List.of("2015", "2016"),
        merge(both).rows().stream().map(row -> row.text("DataYear")).toList());
  }

  @Test
  void mergesItsOwnResultAgain() {
    Table merged = merge(Samples.of2015(), Samples.of2016());
    assertEquals(cells(merged), cells(merge(merged)));
  }

  @Test
  void refusesABuildingTwiceInAYear() {
    assertEquals("t.csv, line 3, column OSEBuildingID: building 1 of 2016 is already in line 2; "
        + "remove one of the rows, or give a table of another year",
        message(Samples.offices(Map.of(), Map.of("OSEBuildingID", "1.0"))));
  }

  @Test
  void refusesATableGivenTwice() {
    Table table = Samples.of2016();
    String message = message(table, Samples.table("OSEBuildingID,DataYear,BuildingType,"
        + "LargestPropertyUseType,LargestPropertyUseTypeGFA,SiteEnergyUse(kBtu),"
        + "Electricity(kBtu),NaturalGas(kBtu),SteamUse(kBtu),TotalGHGEmissions\n"
        + "1,2016,NonResidential,Office,1,1,1,0,0,0\n"));
    assertEquals("t.csv, line 2, column OSEBuildingID: building 1 of 2016 is already in "
        + table.source() + ", line 2, column OSEBuildingID; remove one of the rows, or give a "
        + "table of another year", message);
  }

  @Test
  void namesEveryRequiredColumnThatIsMissing() {
    assertEquals("t.csv, line 1: lacks the columns BuildingType, LargestPropertyUseType, "
        + "LargestPropertyUseTypeGFA, SiteEnergyUse(kBtu), SteamUse(kBtu), Electricity(kBtu), "
        + "NaturalGas(kBtu), TotalGHGEmissions; give a table that has them; the first line must "
        + "hold the names", message(Samples.table("OSEBuildingID,DataYear\n1,2016\n")));
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
  void takesTwoColumnsOfOneMeaningThatAgreeOrFillEachOther() {
    Table table = Samples.offices(
        Map.of("GHGEmissions(MetricTonsCO2e)", "218.260"),
        Map.of("DataYear", "2015", "GHGEmissions(MetricTonsCO2e)", "5", "TotalGHGEmissions", ""));
    assertEquals(List.of("5", "218.26"),
        merge(table).rows().stream().map(row -> row.text("TotalGHGEmissions")).toList());
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
