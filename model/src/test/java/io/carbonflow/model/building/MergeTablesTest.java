// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import org.junit.jupiter.api.Test;

class MergeTablesTest {
  private static Table merge(Table... tables) {
    return MergeTables.of(List.of(tables), 0);
  }

  private static List<List<String>> cells(Table table) {
    return table.rows().stream().map(Row::cells).toList();
  }

  @Test
  void bringsBothYearsIntoTheSchemaOf2016AndAddsTheSourcesLineAndTheSplit() {
    Table merged = merge(Samples.of2015(), Samples.of2016());
    List<String> columns = new ArrayList<>(Samples.of2016().header().names());
    columns.addAll(List.of("source_line", "in_train"));
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
  void saysOnWhichLineOfItsSourceARowBegan() {
    Table source = Samples.of2015();
    Map<String, Long> lines = new HashMap<>();
    source.rows().forEach(row -> lines.put(row.id("OSEBuildingID"), row.start().line()));
    Table merged = merge(source);
    assertTrue(merged.rows().size() < merged.rows().getLast().number("source_line"),
        "a comment of the samples has a line break");
    merged.rows().forEach(row -> assertEquals(
        lines.get(row.id("OSEBuildingID")), (long) row.number("source_line")));
    assertEquals(cells(merged), cells(merge(merged)), "a merged table keeps them");
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
  void takesTwoColumnsOfOneMeaningThatAgreeOrFillEachOther() {
    Table table = Samples.offices(
        Map.of("GHGEmissions(MetricTonsCO2e)", "218.260"),
        Map.of("DataYear", "2015", "GHGEmissions(MetricTonsCO2e)", "5", "TotalGHGEmissions", ""));
    assertEquals(List.of("5", "218.26"),
        merge(table).rows().stream().map(row -> row.text("TotalGHGEmissions")).toList());
  }

  private static final Table THREE_YEARS = Samples.offices(
      Map.of("DataYear", "2017"), Map.of("DataYear", "2015"), Map.of("DataYear", "2019"), Map.of("OSEBuildingID", "2"));

  @Test
  void takesTheYearsThatAreChosenAndCountsTheOthers() {
    Merged merged = MergeTables.of(List.of(THREE_YEARS, Samples.offices(Map.of())), 0, year -> year < 2018);
    assertEquals(List.of("2015", "2016", "2016", "2017"),
        merged.table().rows().stream().map(row -> row.text("DataYear")).toList());
    assertEquals(Map.of(2019, 1), merged.leftOut());
    assertEquals(new TreeSet<>(Set.of(2015, 2016, 2017)), merged.chosenYears());
    assertEquals(List.of(Map.of(2015, 1, 2016, 1, 2017, 1, 2019, 1), Map.of(2016, 1)), merged.years());
  }

  @Test
  void whatIsWrongWithARowOfAnotherYearHarmsNothing() {
    Table broken = Samples.offices(Map.of(), Map.of("DataYear", "2018", "PropertyGFATotal", "large"));
    assertEquals(1, MergeTables.of(List.of(broken), 0, year -> year == 2016).table().rows().size());
    Table narrow = Samples.table("OSEBuildingID,DataYear\n1,2018\n");
    assertEquals(Map.of(2018, 1), MergeTables.of(List.of(narrow), 0, year -> year == 2016).leftOut());
    assertThrows(Problem.class, () -> MergeTables.of(List.of(narrow), 0, year -> year == 2018));
    assertThrows(Problem.class, () -> MergeTables.of(List.of(broken), 0, year -> year == 2018));
  }

  @Test
  void theSameRowOfTwoTablesIsOneWhicheverIsReadFirst() {
    Table first = Samples.offices(Map.of("OSEBuildingID", "7"), Map.of());
    Table second = Samples.offices(Map.of("PropertyGFATotal", "120,000.0", "OSEBuildingID", "1.0"));
    Merged merged = MergeTables.of(List.of(first, second), 0, year -> true);
    assertEquals(2, merged.table().rows().size());
    assertEquals(List.of("building 1 of 2016 in lines 3 and 2"), merged.repeated().stream()
        .map(one -> "building " + one.key().building() + " of " + one.key().year() + " in lines "
            + one.first().line() + " and " + one.again().line()).toList());
    assertEquals(cells(merge(first, second)), cells(merge(second, first)));
  }

  @Test
  void aTableGivenTwiceIsAsOneGivenOnce() {
    Merged merged = MergeTables.of(List.of(Samples.of2016(), Samples.of2016()), 0, year -> true);
    assertEquals(cells(merge(Samples.of2016())), cells(merged.table()));
    assertEquals(513, merged.repeated().size());
  }
}
