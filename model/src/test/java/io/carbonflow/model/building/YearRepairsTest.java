// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static io.carbonflow.model.building.Repaired.office;
import static io.carbonflow.model.building.Repaired.offices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.model.feature.FeatureSet;
import org.junit.jupiter.api.Test;

/// Blanks, zeros, units and decimals of a year's meters.
class YearRepairsTest {
  private static final String SITE = "SiteEnergyUse(kBtu)";
  private static final String ELECTRICITY = "Electricity(kBtu)";
  private static final String GAS = "NaturalGas(kBtu)";
  private static final String STEAM = "SteamUse(kBtu)";
  private static final String KWH = "Electricity(kWh)";
  private static final String THERMS = "NaturalGas(therms)";
  private static final String TONNES = "TotalGHGEmissions";

  /// Offices of 5,000,000 kBtu of electricity, 2,000,000 of gas and 1,000,000 of steam.
  private static List<Map<String, String>> metered(int count, String... cells) {
    List<Map<String, String>> rows = offices(count, 2016, cells);
    rows.forEach(row -> {
      row.putIfAbsent(KWH, "1465355");
      row.putIfAbsent(THERMS, "20000");
    });
    return rows;
  }

  private static double number(Repaired read, Column column) {
    return read.rows().getFirst().number(column.title());
  }

  @Test
  void aBlankFuelIsZeroWhereTheOthersAddUp() {
    List<Map<String, String>> rows = List.of(office("1", 2017, STEAM, "", SITE, "7000000"),
        office("2", 2017, STEAM, "", SITE, "8000000"), office("3", 2017, STEAM, "0", SITE, "7000000"));
    Repaired read = Repaired.of(rows);
    assertEquals(List.of("0", "", "0"), read.cells(Column.STEAM));
    assertEquals(List.of("blank-fuel 2017 SteamUse(kBtu) 1"), read.found());
    assertEquals("it is blank in 2 of 3 rows, and in 1 of these the other fuels add up to the site energy",
        read.evidence());
  }

  @Test
  void asPublishedARowWithABlankFuelLacksOne() {
    var table = Samples.offices(office("1", 2017, STEAM, "", SITE, "7000000"), office("3", 2017));
    assertEquals(2, PredictionRows.of(table, FeatureSet.METERED).rows().size());
    PredictionRows left = PredictionRows.of(table, FeatureSet.METERED, Set.of(TableFault.BLANK_FUEL));
    assertEquals(1, left.rows().size());
    assertEquals(Rule.NO_FUELS.description(), left.skipped().getFirst().kind());
    assertEquals(2, PredictionRows.of(table, FeatureSet.UNMETERED, Set.of(TableFault.BLANK_FUEL)).rows().size());
  }

  @Test
  void anExchangedEnergyIsFixedBeforeFuelsAreAddedUp() {
    Repaired read = Repaired.of(offices(3, 2018, STEAM, "", SITE, "7300000", "SiteEnergyUseWN(kBtu)", "7000000"));
    assertEquals(List.of("0", "0", "0"), read.cells(Column.STEAM));
    assertEquals(List.of("exchanged-energy 2018 SiteEnergyUse(kBtu) 3", "blank-fuel 2018 SteamUse(kBtu) 3"),
        read.found());
  }

  @Test
  void emissionsOfZeroWithoutEnergyAreNone() {
    Repaired read = Repaired.of(List.of(office("1", 2021, SITE, "0", TONNES, "0"),
        office("2", 2021, SITE, "", TONNES, "0"), office("3", 2021, TONNES, "0")));
    assertEquals(List.of("", "", "0"), read.cells(Column.EMISSIONS));
    assertEquals(List.of("zero-is-none 2021 TotalGHGEmissions 2"), read.found());
  }

  @Test
  void aScoreThatIsNoneAndAPlaceAtZeroDegreesAreNotKnown() {
    List<Map<String, String>> rows = List.of(
        office("1", 2021, "ENERGYSTARScore", "0", "Latitude", "0", "Longitude", "0", "ThirdLargestPropertyUseType", "0"),
        office("2", 2021, "ENERGYSTARScore", "1"), office("3", 2021, "ENERGYSTARScore", "101"));
    Repaired read = Repaired.of(rows);
    assertEquals(List.of("", "1", ""), read.cells(Column.ENERGY_STAR_SCORE));
    assertEquals(List.of("", "47.6", "47.6"), read.cells(Column.LATITUDE));
    assertEquals(List.of("no-score 2021 ENERGYSTARScore 2", "zero-is-none 2021 Latitude 1",
        "zero-is-none 2021 Longitude 1", "zero-is-none 2021 ThirdLargestPropertyUseType 1"), read.found());
    assertEquals("0", Repaired.of(rows, TableFault.ZERO_IS_NONE).cells(Column.LATITUDE).getFirst());
  }

  @Test
  void aBuildingThatHadNoParkingBeforeHasNoneWhereItIsBlank() {
    String total = "PropertyGFATotal";
    String parking = "PropertyGFAParking";
    String building = "PropertyGFABuilding(s)";
    List<Map<String, String>> rows = List.of(
        office("1", 2016, total, "90", parking, "0", building, "90"),
        office("1", 2017, total, "95", parking, "", building, ""),
        office("1", 2018, total, "95", parking, "5", building, "90"),
        office("2", 2016, total, "90", parking, "10", building, "80"),
        office("2", 2017, total, "90", parking, "", building, ""),
        office("3", 2017, total, "90", parking, "", building, ""),
        office("3", 2018, total, "90", parking, "0", building, "90"),
        office("4", 2017, total, "90", parking, "", building, ""));
    Repaired read = Repaired.of(rows);
    assertEquals(List.of("0", "0", "5", "10", "", "0", "0", ""), read.cells(Column.PARKING_AREA));
    assertEquals(List.of("90", "95", "90", "80", "", "90", "90", ""), read.cells(Column.BUILDING_AREA));
    assertEquals(List.of("blank-parking 2017 PropertyGFAParking 2"), read.found());
    assertEquals("", Repaired.of(rows, TableFault.BLANK_PARKING).cells(Column.PARKING_AREA).get(1));
  }

  @Test
  void electricityInKwhIsBroughtIntoKbtuWhereTheSumSaysSo() {
    Repaired read = Repaired.of(metered(12, ELECTRICITY, "1465355"));
    assertEquals(5_000_000, number(read, Column.ELECTRICITY), 10);
    assertEquals(List.of("wrong-unit 2016 Electricity(kBtu) 12"), read.found());
    assertEquals("Electricity(kBtu) has to be multiplied by 3.412142 to be in kBtu, by the second columns of the"
        + " meters; the fuels add up to the site energy so in 12 of 12 rows", read.evidence());
  }

  @Test
  void gasInTherms() {
    assertEquals(2_000_000, number(Repaired.of(metered(12, GAS, "20000")), Column.GAS));
  }

  @Test
  void allEnergiesInThousands() {
    Repaired read = Repaired.of(metered(12, ELECTRICITY, "5000", GAS, "2000", STEAM, "1000", SITE, "8000"));
    assertEquals(List.of(5e6, 2e6, 1e6, 8e6), Stream.of(Column.ELECTRICITY, Column.GAS, Column.STEAM,
        Column.SITE_ENERGY).map(column -> number(read, column)).toList());
  }

  @Test
  void siteEnergyAloneInThousands() {
    assertEquals(8e6, number(Repaired.of(metered(12, SITE, "8000")), Column.SITE_ENERGY));
  }

  @Test
  void aSecondColumnThatIsWrongItselfChangesNothing() {
    assertEquals(List.of(), Repaired.of(metered(12, KWH, "5000000")).found(), "the sum speaks for the first column");
  }

  @Test
  void whereTheSumFitsEitherWayItIsLeftAndTold() {
    Repaired read = Repaired.of(metered(12, KWH, "8000000", ELECTRICITY, "8000000", GAS, "0", STEAM, "0", THERMS, "0"));
    assertEquals(8_000_000, number(read, Column.ELECTRICITY));
    assertEquals(List.of("wrong-unit 2016 Electricity(kBtu) 12 left"), read.found());
  }

  @Test
  void aFewRowsInAnotherUnitAreNoColumn() {
    assertEquals(List.of(), Repaired.of(metered(9, ELECTRICITY, "1465355")).found());
  }

  @Test
  void asPublishedAUnitStays() {
    Repaired read = Repaired.of(metered(12, ELECTRICITY, "1465355"), TableFault.WRONG_UNIT);
    assertEquals(1_465_355, number(read, Column.ELECTRICITY));
  }

  @Test
  void decimalsAreThoseThatNearlyAllNumbersOfAColumnHaveAtMost() {
    List<Map<String, String>> rows = offices(200, 2018, TONNES, "12.5");
    rows.addAll(offices(200, 2015, TONNES, "12.25"));
    rows.getFirst().put(TONNES, "12.123456");
    Repairs repairs = Repaired.of(rows).repairs();
    assertEquals(1, repairs.decimals(2018, Column.EMISSIONS));
    assertEquals(2, repairs.decimals(2015, Column.EMISSIONS));
    assertEquals(0, repairs.decimals(2015, Column.SITE_ENERGY));
    assertEquals(0, repairs.decimals(2030, Column.SITE_ENERGY));
  }

  @Test
  void aRowThatDoesNotSayOfWhichYearItIsIsReadAsItIs() {
    Repaired read = Repaired.of(List.of(office("1", 2017, "DataYear", "", "ENERGYSTARScore", "0"),
        office("", 2017, "ENERGYSTARScore", "0")));
    assertEquals(List.of("0", "0"), read.cells(Column.ENERGY_STAR_SCORE));
    assertEquals(List.of(), read.found());
    assertEquals(Optional.empty(), read.impossible(0));
  }
}
