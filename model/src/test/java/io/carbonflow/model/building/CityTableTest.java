// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityJson;
import io.carbonflow.model.feature.FeatureSet;
import org.junit.jupiter.api.Test;

/// The table of a made-up city is read into the one schema.
class CityTableTest {
  private static final City CITY = CityJson.read(StrictJson.of("""
      {"name": "Neustadt",
       "rows": {"modelled": {"column": "PrimaryPropertyType", "not": "Wohnhaus"}},
       "columns": {
         "OSEBuildingID": {"name": "Kennung"},
         "DataYear": {"name": "Jahr"},
         "PrimaryPropertyType": {"name": "Art"},
         "LargestPropertyUseType": {"same as": "PrimaryPropertyType"},
         "PropertyGFATotal": {"name": "Fläche", "unit": "m²"},
         "LargestPropertyUseTypeGFA": {"same as": "PropertyGFATotal"},
         "Electricity(kBtu)": {"name": "Strom", "unit": "MWh"},
         "Electricity(kWh)": {"name": "Strom", "unit": "MWh"},
         "NaturalGas(kBtu)": {"sum of": ["Gas", "Flüssiggas"], "unit": "GJ"},
         "SiteEnergyUse(kBtu)": {"sum of": "fuels"},
         "TotalGHGEmissions": {"name": "CO2", "unit": "kg"}},
       "missing": ["k. A.", "-"],
       "place": {"most floors": 200}}
      """.getBytes(StandardCharsets.UTF_8), Place.of("neustadt.json"), "correct it"));

  private static final String HEADER =
      "Kennung,Jahr,Art,Fläche,Strom,Gas,Flüssiggas,CO2,Number of Floors,Year Built\n";

  private static Row row(String cells) {
    Table table = Samples.table(HEADER + cells + "\n");
    return Schema.of(table, CITY).canonical(table.rows().getFirst());
  }

  @Test
  void namesAndUnitsAreBroughtIntoTheSchema() {
    Row row = row("007,2019,Büro,1000,2,10,1,500,110,1850");
    assertEquals("007", row.id("OSEBuildingID"));
    assertEquals("Büro", row.text("LargestPropertyUseType"));
    assertEquals(10763.9104, row.number("PropertyGFATotal"), 1e-4);
    assertEquals(row.raw("PropertyGFATotal"), row.raw("LargestPropertyUseTypeGFA"));
    assertEquals(6824.284, row.number("Electricity(kBtu)"), 1e-9);
    assertEquals(2000, row.number("Electricity(kWh)"), 1e-9);
    assertEquals(11 * 947.817222, row.number("NaturalGas(kBtu)"), 1e-3);
    assertEquals(row.number("Electricity(kBtu)") + row.number("NaturalGas(kBtu)"), row.number("SiteEnergyUse(kBtu)"));
    assertEquals(0.5, row.number("TotalGHGEmissions"));
  }

  @Test
  void wordsOfTheCityForWhatIsMissingAreReadAsEmpty() {
    Row row = row("1,2019,Büro,k. a.,-,10,K. A.,500,,");
    assertEquals("", row.raw("PropertyGFATotal"));
    assertEquals("", row.raw("Electricity(kBtu)"));
    assertEquals(10 * 947.817222, row.number("SiteEnergyUse(kBtu)"), 1e-3);
    assertEquals("", row("1,2019,Büro,1,-,-,,5,,").raw("SiteEnergyUse(kBtu)"));
  }

  @Test
  void aTableThatIsInTheSchemaAlreadyIsReadAsItIs() {
    Table table = Samples.table(HEADER + "1,2019,Büro,1000,2,10,1,500,110,1850\n2,2019,Büro,800,1,5,,300,3,1950\n");
    Table merged = MergeTables.of(List.of(table), 1, year -> true, CITY).table();
    Schema again = Schema.of(merged, CITY);
    for (Row row : merged.rows()) {
      assertEquals(row.cells(), again.canonical(row).cells());
    }
    assertEquals(List.of(), again.unread());
  }

  @Test
  void rowsAreModeledAsTheCitySays() {
    Table table = Samples.table(
        HEADER + "1,2019,Büro,1000,2,10,1,500,110,1850\n2,2019,Wohnhaus,800,1,5,,300,3,1950\n");
    PredictionRows rows = PredictionRows.of(table, FeatureSet.UNMETERED, Set.of(), CITY);
    assertEquals(List.of("1"), rows.rows().stream().map(row -> row.key().building()).toList());
    assertEquals(List.of("2"), rows.skipped().stream().map(PredictionRows.Skipped::id).toList());
    assertTrue(MissingColumn.of(table, FeatureSet.UNMETERED, CITY).stream().map(MissingColumn::name)
        .noneMatch("PropertyGFATotal"::equals));
  }

  @Test
  void floorsAndYearsOfTheCityAreItsOwn() {
    Building building = Building.of(row("1,2019,Büro,1000,2,10,1,500,110,1750"), CITY);
    assertEquals(110, building.site().floors());
    assertEquals(1750, building.site().yearBuilt());
    Building there = Building.of(row("1,2019,Büro,1000,2,10,1,500,110,1750"));
    assertEquals(80, there.site().floors());
    assertTrue(Double.isNaN(there.site().yearBuilt()));
  }

  @Test
  void aRowThatIsLeftOutIsReportedAboutByTheCitysNames() {
    Table table = Samples.table(HEADER + "1,2019,Wohnhaus,800,1,5,,300,3,1950\n2,2019,k. A.,800,1,5,,300,3,1950\n"
        + "3,2019,Büro,800,-,-,,300,3,1950\n");
    PredictionRows rows = PredictionRows.of(table, FeatureSet.METERED, Set.of(), CITY);
    assertEquals(List.of("the property type is Wohnhaus", "Art is missing",
        "SiteEnergyUse(kBtu) is missing, zero or negative"),
        rows.skipped().stream().map(PredictionRows.Skipped::reason).toList());
    assertEquals(List.of(false, true, true), rows.skipped().stream().map(PredictionRows.Skipped::isSubject).toList());
    assertEquals(Column.PRIMARY_TYPE, Rule.BUILDING_TYPE.column(CITY));
    assertEquals(Column.BUILDING_TYPE, Rule.BUILDING_TYPE.column());
    assertEquals("TotalGHGEmissions is -1 tonne or less",
        Rule.NEGATIVE_EMISSIONS.description(CITY), "in tonnes it stands in no table");
  }

  @Test
  void aColumnIsExpectedWhereTheCityOrTheTableHasIt() {
    Table table = Samples.table(HEADER + "1,2019,Büro,1000,2,10,1,500,110,1850\n");
    Schema schema = Schema.of(table, CITY);
    assertFalse(schema.expects(Column.STEAM) || schema.expects(Column.PARKING_AREA));
    assertTrue(schema.expects(Column.GAS) && schema.expects(Column.FLOORS), "the file, and the table");
    Schema merged = Schema.of(MergeTables.of(List.of(table), 1, year -> true, CITY).table(), CITY);
    assertTrue(merged.expects(Column.GAS) && !merged.expects(Column.FLOORS), "all merged tables have all columns");
    assertEquals(List.of("OSEBuildingID", "DataYear", "PrimaryPropertyType", "LargestPropertyUseType",
        "LargestPropertyUseTypeGFA", "SiteEnergyUse(kBtu)", "TotalGHGEmissions"),
        schema.required(Purpose.TRAINING).stream().map(Column::title).toList());
  }

  @Test
  void whatTheCityIsWithoutIsNotAColumnThatItsTableLacks() {
    Table table = Samples.table("Kennung,Jahr,Art,Fläche,Strom,Gas,Year Bilt\n1,2019,Büro,1000,2,10,1990\n");
    assertEquals(List.of("YearBuilt (Year Bilt looks like it)"),
        MissingColumn.of(table, FeatureSet.UNMETERED, CITY).stream().map(MissingColumn::toString).toList());
    Table less = Samples.table("Kennung,Jahr,Strom\n1,2019,2\n");
    assertEquals(List.of("PropertyGFATotal", "LargestPropertyUseTypeGFA", "LargestPropertyUseType", "NaturalGas(kBtu)"),
        MissingColumn.of(less, FeatureSet.METERED, CITY).stream().map(MissingColumn::name).toList());
  }

  @Test
  void aFaultOfTheTableIsReportedAboutByTheCitysNames() {
    Table table = Samples.table(HEADER + "1,2019,0,1000,2,10,1,500,110,1850\n");
    List<String> lines = PredictionRows.of(table, FeatureSet.UNMETERED, Set.of(), CITY).reading().lines();
    assertEquals(List.of("read right, zero-is-none: 2019, Art, 1 row: 0 stands for none"),
        lines.stream().filter(line -> line.contains("zero-is-none")).distinct().toList());
  }

  @Test
  void whatIsMissingIsCalledAsTheCityCallsIt() {
    Table table = Samples.table("Kennung,Jahr\n1,2019\n");
    var problem = assertThrows(Problem.class,
        () -> PredictionRows.of(table, FeatureSet.UNMETERED, Set.of(), CITY));
    assertTrue(problem.getMessage().contains("lacks the columns Art, Fläche"), problem::getMessage);
  }
}
