// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.SharedFolder;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import io.carbonflow.components.city.CityFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A town's file and its table, each with something wrong.
class CityCheckTest {
  private static final String CITY = """
      name: Mytown
      rows:
        modelled: {column: PrimaryPropertyType, not: [Homes]}
      columns:
        OSEBuildingID: {name: Number}
        DataYear: {name: Year}
        PrimaryPropertyType: {name: [Kind, Old Kind]}
        LargestPropertyUseType: {same as: PrimaryPropertyType}
        PropertyGFATotal: {name: Area, unit: m², possible to: 1e6}
        LargestPropertyUseTypeGFA: {same as: PropertyGFATotal}
        YearBuilt: {likely from: 1800}
        NumberofFloors: {name: Storie}
        Electricity(kBtu): {name: Power, unit: kWh}
        NaturalGas(kBtu): {name: Gas, unit: kWh}
        SteamUse(kBtu): {name: Heat, unit: MWh}
        SiteEnergyUse(kBtu):
          sum of: [Power, Gas, Oil]
          unit: kWh
        TotalGHGEmissions: {name: CO2, unit: kg}
      uses: {names: [Office, School, Bakery], reference: {School: K-12 School}}
      """;
  private static final String HEADER = "Number;Year;Kind;Area;Year Built;Stories;Power;Gas;Heating;CO2;Color\n";
  @TempDir Path folder;

  private static Table table(String name, String text) {
    try {
      return Csv.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Rows of two years whose emissions are 200 g a kWh of power and 180 g a kWh of gas.
  private static String rows() {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 1; i <= 30; i++) {
      int power = 10_000 + 731 * i;
      int gas = 5000 * (i % 7);
      rows.append(String.format(Locale.ROOT, "%d;%d;%s;1.000,5;%d;3;%d;%d;0;%d;red%n", i, 2020 + i % 2,
          i % 10 == 0 ? "Homes" : i % 10 == 1 ? "Bakery" : i % 10 == 2 ? "Zeppelin Hangar" : "Office",
          i == 5 ? 1066 : 1950, power, gas, (200 * power + 180 * gas) / 1000));
    }
    return rows.toString();
  }

  private CityCheck check(String city, String... tables) throws IOException {
    Path file = Files.writeString(folder.resolve("mytown.yaml"), city);
    return CityCheck.of(CityFile.locate(file), IntStream.range(0, tables.length)
        .mapToObj(i -> table("t" + i + ".csv", tables[i])).toList());
  }

  private static String text(CityCheck check) {
    return String.join("\n", check.lines()) + "\n";
  }

  private static void has(String text, String... parts) {
    for (String part : parts) {
      assertTrue(text.contains(part), () -> "no '" + part + "' in:\n" + text);
    }
  }

  @Test
  void columnsAreReportedWithTheirNamesAndUnits() throws IOException {
    String text = text(check(CITY, rows()));
    has(text, "Mytown, by " + folder.resolve("mytown.yaml") + ": 1 table, 30 rows\n",
        "  OSEBuildingID              Number\n",
        "  PropertyGFATotal           Area, m² read as ft²\n",
        "  LargestPropertyUseTypeGFA  as PropertyGFATotal\n",
        "  YearBuilt                  Year Built\n",
        "  SiteEnergyUse(kBtu)        Power, kWh read as kBtu\n                             + Gas\n");
  }

  @Test
  void whatTheFileNamesAndNoTableHasIsReportedWithItsLine() throws IOException {
    String text = text(check(CITY, rows()));
    has(text, "Named in the file, but in no table\n  " + folder.resolve("mytown.yaml")
        + ", line 12  NumberofFloors       Storie (Stories looks like it)\n",
        "line 15  SteamUse(kBtu)       Heat\n", "line 17  SiteEnergyUse(kBtu)  Oil\n",
        "Not read\n  Stories\n  Heating\n  Color\n");
    assertFalse(text.contains("PrimaryPropertyType  Old"), text);
  }

  @Test
  void featuresThatSufferAreNamed() throws IOException {
    has(text(check(CITY, rows())), "Missing feature columns\n", "  floors             not known of"
        + " any row  NumberofFloors\n",
        "  location           not known of any row  Neighborhood, Latitude, Longitude\n",
        "  fuels              known in part         SteamUse(kBtu)\n");
  }

  @Test
  void rowsAreCountedByYearAndByTheRuleThatLeavesThemOut() throws IOException {
    CityCheck check = check(CITY, rows());
    has(text(check), """
        Rows by year
          year  rows  modeled
          2020    15       12
          2021    15       15
          all     30       27

        Left out
          3  building-type  the property type is Homes
        """);
    assertEquals(27, check.modeled());
    check.requireUsable();
  }

  @Test
  void factorsLimitsAndNamesAreReported() throws IOException {
    has(text(check(CITY, rows())), "  year  electricity  gas       steam       rows  median residual  within 1%\n"
        + "  2020  5.86", "  (7.719e-5)    12  0.0",
        "Values beyond the limits\n  1  YearBuilt  doubtful  below 1800  the first is 1066 in t0.csv, line 6\n",
        "Names that the file does not list\n  3  LargestPropertyUseType  Zeppelin Hangar\n",
        "Uses without a reference intensity: each counts as 50 kBtu/ft² unless the file names another use for it"
            + " (uses: reference)\n  3  Bakery\n  3  Zeppelin Hangar\n");
  }

  @Test
  void aColumnOfSomeTablesAloneIsToldSo() throws IOException {
    String other = rows().replace("Kind", "old kind").replace("Area", "AREA").replaceAll(";20(2.);", ";19$1;");
    has(text(check(CITY, rows(), other)), "  PrimaryPropertyType        Kind; old kind\n",
        "  PropertyGFATotal           Area, m² read as ft²\n", ": 2 tables, 60 rows\n");
    has(text(check(CITY, rows(), other.replace("Power", "Pow"))),
        "  Electricity(kBtu)          Power, kWh read as kBtu (in 1 of 2 tables)\n");
  }

  @Test
  void aColumnThatTrainingNeedsIsAskedFor() throws IOException {
    CityCheck check = check(CITY, rows().replace("CO2", "CO3").replace("Number;", "No.;"));
    assertFalse(text(check).contains("Rows by year"));
    String message = assertThrows(Problem.class, check::requireUsable).getMessage();
    has(message, "mytown.yaml, line 4: no column of the table is OSEBuildingID, nor TotalGHGEmissions;",
        "say under columns what the table calls them, such as OSEBuildingID: {name: …}, or target: site energy if the"
            + " city publishes no emissions");
  }

  @Test
  void whereSiteEnergyIsPredictedNoFactorIsReported() throws IOException {
    CityCheck check = check(CITY.replace("  TotalGHGEmissions: {name: CO2, unit: kg}\n", "") + "target: site energy\n",
        rows());
    has(text(check), "  TotalGHGEmissions          as SiteEnergyUse(kBtu), which is predicted\n");
    assertFalse(text(check).contains("Emission factors"));
    check.requireUsable();
  }

  @Test
  void factorsThatDoNotFitAreReported() throws IOException {
    Random random = new Random(1);
    String noise = rows().lines().map(line -> line.startsWith("N") ? line
        : line.replaceAll(";(\\d+);red", ";" + (1 + random.nextInt(9)) + "$1;red")).collect(Collectors.joining("\n"));
    has(text(check(CITY, noise)), "  does not fit\n", "  Emissions are something else than fuels times factors: ");
  }

  @Test
  void cellsThatCannotBeReadAreCountedAndTheWordThatIsThereOftenIsShown() throws IOException {
    CityCheck check = check(CITY, rows().replace(";3;1", ";3;secret;1").replace(";3;secret;", ";3;")
        .replace(";1950;", ";so old;").replaceFirst(";so old;", ";?;"));
    has(text(check), "Cells that cannot be read, at which a training ends\n  YearBuilt  29 cells  28 times \"so old\""
        + "  t0.csv, line 2, column Year Built: \"?\" is not a number; ");
    has(assertThrows(Problem.class, check::requireUsable).getMessage(), "t0.csv, line 2, column Year Built: \"?\"",
        "or add it under missing in ");
  }

  @Test
  void aRowAgainIsCountedAndAnotherOneOfTheSameBuildingIsWrong() throws IOException {
    CityCheck same = check(CITY, rows(), rows());
    has(text(same), "Left out\n   3  building-type", "  30  again          the same row came before\n");
    same.requireUsable();
    CityCheck other = check(CITY, rows(), rows().replace(";1066;", ";1067;"));
    assertEquals("t1.csv, line 6, column Number: building 5 of 2021 is already in t0.csv, line 6, with another"
        + " content", assertThrows(Problem.class, other::requireUsable).getMessage());
  }

  @Test
  void whereNoRowIsModeledTheLineThatSaysWhichAreIsNamed() throws IOException {
    String message = assertThrows(Problem.class,
        () -> check(CITY.replace("not: [Homes]", "is: Houses"), rows()).requireUsable()).getMessage();
    has(message, "mytown.yaml, line 3: no row would be modeled; see which rules leave rows out");
    CityCheck none = check(CITY, HEADER);
    has(text(none), ": 1 table, 0 rows\n");
    assertThrows(Problem.class, none::requireUsable);
  }

  /// Chicago's table, which is not part of this project ([SharedFolder]).
  @Test
  void chicagosTableFitsItsFile() {
    Path data = SharedFolder.part("data").resolve("cities/chicago.csv");
    CityCheck check = CityCheck.of(CityFile.locate(Path.of("../cities/chicago.yaml")), List.of(Csv.read(data)));
    String text = text(check);
    has(text, "2014    243      ", "2017  2,797    ", "Emission factors");
    assertFalse(text.contains("Named in the file") || text.contains("Not read"), text);
    assertTrue(check.modeled() > 3800, text);
    check.requireUsable();
  }
}
