// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.file.SharedFolder;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import io.carbonflow.components.city.CityFile;
import io.carbonflow.components.city.CitySchema;
import io.carbonflow.components.city.MiniSchema;
import io.carbonflow.components.city.check.CityCheck;
import io.carbonflow.kfp.ir.Yaml;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.Source;
import io.carbonflow.model.city.Subject;
import io.carbonflow.model.city.Target;
import io.carbonflow.model.city.Unit;
import org.junit.jupiter.api.Test;

/// Drafts from made-up rows under the names that cities give.
class CityDraftTest {
  private static final int ROWS = 60;
  private static final List<String> KINDS = List.of("Office", "K-12 School", "Multifamily Housing", "Hotel");

  private static Table table(String name, List<String> header, List<List<String>> rows) {
    try {
      var out = new ByteArrayOutputStream();
      Csv.write(out, header, rows);
      return Csv.read(new ByteArrayInputStream(out.toByteArray()), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A table whose values follow from the names of its columns.
  private static Table table(String... header) {
    List<List<String>> rows = IntStream.range(0, ROWS)
        .mapToObj(i -> Arrays.stream(header).map(name -> value(name.toLowerCase(Locale.ROOT), i)).toList()).toList();
    return table("town.csv", List.of(header), rows);
  }

  private static String value(String name, int i) {
    return name.contains("built") ? "" + (1900 + i)
        : name.contains("year") ? "" + (2018 + i % 2)
        : name.contains("type") || name.contains("use1") ? KINDS.get(i % KINDS.size())
        : name.contains("eui") || name.contains("intensity") ? "" + (40 + i)
        : name.contains("score") ? "" + (1 + i % 100)
        : name.contains("lat") && !name.contains("calculated") && !name.contains("related") ? "42." + (100 + i)
        : name.contains("lon") ? "-71." + (100 + i)
        : name.matches(".*(kbtu|therm|kwh|gfa|area|sq ?ft|co2|emission).*") ? "" + (1000 + 37 * i)
        : name.matches(".*(id|pid)\\)?") ? "b" + i / 2
        : "text " + i;
  }

  private static String draft(Table table) {
    String yaml = CityDraft.of(table, Optional.of("Town"));
    assertEquals(List.of(), new MiniSchema(CitySchema.of()).against(Yaml.read("t.yaml", yaml).getFirst()), yaml);
    assertTrue(yaml.lines().allMatch(line -> line.length() <= 160), yaml);
    return yaml;
  }

  private static City city(Table table) {
    return CityFile.read("draft.yaml", draft(table));
  }

  private static void named(City city, Column column, String... names) {
    assertEquals(List.of(names), city.names(column), column::title);
  }

  private static void has(String text, String... parts) {
    for (String part : parts) {
      assertTrue(text.contains(part), () -> "no '" + part + "' in:\n" + text);
    }
  }

  @Test
  void namesOfPortfolioManagerAreKnown() {
    City city = city(table("Property Id", "Property Name", "Parent Property Id", "Calendar Year", "Address 1",
        "Borough", "Postal Code", "NYC Borough, Block and Lot (BBL)", "Primary Property Type - Self Selected",
        "Primary Property Type - Portfolio Manager-Calculated", "List of All Property Use Types at Property",
        "Largest Property Use Type", "Largest Property Use Type - Gross Floor Area (ft²)",
        "2nd Largest Property Use Type", "2nd Largest Property Use - Gross Floor Area (ft²)", "Year Built",
        "Number of Buildings", "Property GFA - Calculated (Buildings and Parking) (ft²)",
        "Property GFA - Calculated (Buildings) (ft²)", "Property GFA - Calculated (Parking) (ft²)",
        "ENERGY STAR Score", "Site EUI (kBtu/ft²)", "Weather Normalized Site EUI (kBtu/ft²)", "Source EUI (kBtu/ft²)",
        "Site Energy Use (kBtu)", "Weather Normalized Site Energy Use (kBtu)", "Fuel Oil #2 Use (kBtu)",
        "Fuel Oil #4 Use (kBtu)", "District Steam Use (kBtu)", "District Hot Water Use (kBtu)",
        "District Chilled Water Use (kBtu)", "Natural Gas Use (kBtu)", "Natural Gas Use (therms)",
        "Electricity Use - Grid Purchase (kBtu)", "Electricity Use - Grid Purchase (kWh)",
        "Electricity Use – Generated from Onsite Renewable Systems (kWh)", "Percent Electricity",
        "Total (Location-Based) GHG Emissions (Metric Tons CO2e)", "Direct GHG Emissions (Metric Tons CO2e)",
        "Total (Location-Based) GHG Emissions Intensity (kgCO2e/ft²)", "Latitude", "Longitude"));
    named(city, Column.BUILDING_ID, "Property Id");
    named(city, Column.DATA_YEAR, "Calendar Year");
    named(city, Column.PRIMARY_TYPE, "Primary Property Type - Portfolio Manager-Calculated");
    named(city, Column.NEIGHBORHOOD, "Borough");
    named(city, Column.USES, "List of All Property Use Types at Property");
    named(city, Column.SECOND_USE_AREA, "2nd Largest Property Use - Gross Floor Area (ft²)");
    named(city, Column.TOTAL_AREA, "Property GFA - Calculated (Buildings and Parking) (ft²)");
    named(city, Column.BUILDING_AREA, "Property GFA - Calculated (Buildings) (ft²)");
    named(city, Column.PARKING_AREA, "Property GFA - Calculated (Parking) (ft²)");
    named(city, Column.SITE_ENERGY, "SiteEnergyUse(kBtu)");
    named(city, Column.SITE_ENERGY_WN, "Weather Normalized Site Energy Use (kBtu)");
    named(city, Column.ELECTRICITY, "Electricity Use - Grid Purchase (kBtu)");
    named(city, Column.ELECTRICITY_KWH, "Electricity Use - Grid Purchase (kWh)");
    named(city, Column.GAS_THERMS, "Natural Gas Use (therms)");
    named(city, Column.HOT_WATER, "District Hot Water Use (kBtu)");
    named(city, Column.OIL, "Fuel Oil #2 Use (kBtu)", "Fuel Oil #4 Use (kBtu)");
    named(city, Column.EMISSIONS, "Total (Location-Based) GHG Emissions (Metric Tons CO2e)");
    assertEquals(List.of(Fuel.ELECTRICITY, Fuel.GAS, Fuel.STEAM, Fuel.HOT_WATER, Fuel.CHILLED_WATER, Fuel.OIL),
        city.fuels());
    assertEquals(new Subject(Column.PRIMARY_TYPE, Subject.How.NOT, List.of("Multifamily Housing")), city.subject());
  }

  @Test
  void namesInCapitalsWithoutBlanksAreKnown() {
    City city = city(table("OBJECTID", "PID", "PMPROPERTYID", "PROPERTYNAME", "REPORTINGYEAR", "REPORTSTATUS", "WARD",
        "REPORTEDADDRESS", "POSTALCODE", "YEARBUILT", "PRIMARYPROPERTYTYPE_SELFSELECT", "PRIMARYPROPERTYTYPE_EPACALC",
        "TAXRECORDFLOORAREA", "REPORTEDBUILDINGGROSSFLOORAREA", "ENERGYSTARSCORE", "SITEEUI_KBTU_FT",
        "SOURCEEUI_KBTU_FT", "TOTGHGEMISSIONS_METRICTONSCO2E", "TOTGHGEMISSINTENSITY_KGCO2EFT",
        "ELECTRICITYUSE_GRID_KWH", "ELECTRICITYUSE_RENEWABLE_KWH", "NATURALGASUSE_THERMS",
        "FUELOILANDDIESELFUELUSEKBTU", "LATITUDE", "LONGITUDE"));
    named(city, Column.BUILDING_ID, "PMPROPERTYID");
    named(city, Column.DATA_YEAR, "REPORTINGYEAR");
    named(city, Column.PRIMARY_TYPE, "PRIMARYPROPERTYTYPE_EPACALC");
    named(city, Column.BUILDING_AREA, "REPORTEDBUILDINGGROSSFLOORAREA");
    named(city, Column.EMISSIONS, "TOTGHGEMISSIONS_METRICTONSCO2E");
    named(city, Column.EMISSIONS_INTENSITY, "TOTGHGEMISSINTENSITY_KGCO2EFT");
    named(city, Column.OIL, "FUELOILANDDIESELFUELUSEKBTU");
    assertEquals(new Source.Named(List.of("ELECTRICITYUSE_GRID_KWH"), List.of(), Optional.of(Unit.KWH)),
        city.column(Column.ELECTRICITY).source());
    assertEquals(new Source.Named(List.of("NATURALGASUSE_THERMS"), List.of(), Optional.of(Unit.THERMS)),
        city.column(Column.GAS).source());
    assertEquals(new Source.SumOfFuels(), city.column(Column.SITE_ENERGY).source());
  }

  @Test
  void oneTypeAndOneAreaStandForAllOthersOfThem() {
    City city = city(table("BERDO ID", "Reporting Year", "Building Address", "Building Address Zip Code",
        "Largest Property Type", "Reported Gross Floor Area (Sq Ft)", "Total Site Energy Usage (kBtu)",
        "Estimated Total GHG Emissions (kgCO2e)", "Electricity Usage (kBtu)", "Natural Gas Usage (kBtu)"));
    named(city, Column.ZIP_CODE, "Building Address Zip Code");
    assertEquals(new Source.SameAs(Column.LARGEST_USE), city.column(Column.PRIMARY_TYPE).source());
    assertEquals(new Source.SameAs(Column.TOTAL_AREA), city.column(Column.BUILDING_AREA).source());
    assertEquals(new Source.SameAs(Column.TOTAL_AREA), city.column(Column.LARGEST_USE_AREA).source());
    assertEquals(new Source.Named(List.of("Estimated Total GHG Emissions (kgCO2e)"), List.of(), Optional.of(Unit.KG)),
        city.column(Column.EMISSIONS).source());
    assertEquals(Column.LARGEST_USE, city.subject().column());
    assertEquals(List.of(Fuel.ELECTRICITY, Fuel.GAS), city.fuels());
  }

  @Test
  void whatIsNeededAndNotFoundIsMarked() {
    Table table = table("Building ID", "Property Type", "Size", "Site EUI (kBtu/ft²)");
    has(draft(table), "  # CHECK: no column was found that holds the year of the data as a number: DataYear\n",
        "  # CHECK: no column was found that holds the floor area: PropertyGFATotal\n",
        "  # CHECK: no column was found that holds the site energy, or a fuel: SiteEnergyUse(kBtu)\n",
        "# CHECK: no column was found that holds the emissions, so site energy is predicted.\ntarget: site energy\n");
    assertEquals(Target.SITE_ENERGY, city(table).target());
    has(draft(table("A", "B")), "no column was found that names the kind of building", "columns: {}\n",
        "# not read: [A, B]\n");
  }

  @Test
  void aUnitThatNothingTellsIsMarkedUnlessOtherColumnsShowIt() {
    String[] header =
        {"Building ID", "Year", "Property Type", "Floor Area", "Site EUI (kBtu/ft²)", "Site Energy Use (kBtu)"};
    String doubt = "  # CHECK: its name tells no unit, so it is taken for ft²\n";
    List<List<String>> rows = IntStream.range(0, 40).mapToObj(i ->
        List.of("b" + i, "2019", "Office", "" + (1000 + i), "50", "" + 50 * (1000 + i))).toList();
    assertFalse(draft(table("t.csv", List.of(header), rows)).contains(doubt));
    List<List<String>> metric = IntStream.range(0, 40).mapToObj(i ->
        List.of("b" + i, "2019", "Office", "" + (1000 + i), "50", "" + 50 * 10.764 * (1000 + i))).toList();
    has(draft(table("t.csv", List.of(header), metric)), doubt + "  PropertyGFATotal:",
        "  # CHECK: is 10.8 times what SiteEUI(kBtu/sf) and PropertyGFABuilding(s) tell; a unit, or one of the"
            + " columns, is another one\n");
  }

  @Test
  void aMeterInTwoUnitsHasToAgree() {
    String[] header = {"Building ID", "Year", "Property Type", "Electricity (kWh)", "Electricity (kBtu)"};
    List<List<String>> rows = IntStream.range(0, 40).mapToObj(i ->
        List.of("b" + i, "2019", "Office", "" + (1000 + i), "" + 3.412 * (1000 + i))).toList();
    assertFalse(draft(table("t.csv", List.of(header), rows)).contains("times what"));
    List<List<String>> wrong = rows.stream().map(row ->
        List.of(row.get(0), row.get(1), row.get(2), row.get(3), row.get(3))).toList();
    has(draft(table("t.csv", List.of(header), wrong)), "  # CHECK: is 0.293 times what Electricity(kWh) tells;");
  }

  @Test
  void wordsInColumnsOfNumbersStandForNoValue() {
    List<String> header = List.of("Building ID", "Year", "Property Type", "Year Built", "ENERGY STAR Score");
    List<List<String>> rows = IntStream.range(0, 40).mapToObj(i -> List.of("b" + i, "2019", "Office",
        i < 5 ? "Possible: issue" : "1950", i == 0 ? "about 50" : i < 4 ? "Not Available" : "50")).toList();
    has(draft(table("t.csv", header, rows)), "missing: [\"Possible: issue\"]\n",
        "  # CHECK: has texts that are not numbers, such as about 50\n");
  }

  @Test
  void buildingsThatAppearTwiceAreReported() {
    List<List<String>> rows = IntStream.range(0, 40).mapToObj(i -> List.of("b" + i / 4, "2019", "Office")).toList();
    has(draft(table("t.csv", List.of("Building ID", "Year", "Property Type"), rows)),
        "  # CHECK: 30 of the rows have a building and year that another row has, too\n");
  }

  @Test
  void kindsAreShownWithTheirRowsAndHomesAreLeftOut() {
    List<String> kinds = List.of("Office", "Residence Hall/Dormitory", "Multi-Family", "Senior Living Community",
        "Mixed-Use Residential", "Wohngebäude", "Residential", "Residential Care Facility");
    List<List<String>> rows = IntStream.range(0, 80).mapToObj(i ->
        List.of("b" + i, "2019", kinds.get(i < 20 ? 0 : i % kinds.size()))).toList();
    String draft = draft(table("t.csv", List.of("Building ID", "Year", "Property Type"), rows));
    has(draft, "  #      27 Office\n", "  # CHECK: these may be, and are modeled: [Mixed-Use Residential, Residential"
        + " Care Facility]\n");
    assertEquals(List.of("Multi-Family", "Residence Hall/Dormitory", "Residential", "Wohngebäude"),
        CityFile.read("d.yaml", draft).subject().names());
  }

  @Test
  void thePlaceIsWhereNearlyAllRowsLie() {
    List<List<String>> rows = IntStream.range(0, 400).mapToObj(i -> List.of("b" + i, "2019", "Office",
        i == 0 ? "0" : "" + (42.1 + i / 4000.0), i == 0 ? "0" : "" + (-71.1 + i / 4000.0))).toList();
    has(draft(table("t.csv", List.of("Building ID", "Year", "Property Type", "Lat", "Lon"), rows)),
        "place:\n  latitude: [42.09, 42.21]\n  longitude: [-71.11, -70.99]\n  source: the rows of t.csv\n");
  }

  @Test
  void theNameIsThatWhichIsGivenOrTheCitysOrTheFiles() {
    Table table = table("Building ID", "Year", "City");
    has(CityDraft.of(table, Optional.empty()), "# CHECK: the name is that of the file\nname: Town\n");
    Table same = table("x.csv", List.of("Building ID", "Year", "City"), Collections.nCopies(9, List.of("1", "2019",
        "NEW TOWN")));
    has(CityDraft.of(same, Optional.empty()), "# CHECK: the name is that of most rows\nname: New Town\n");
    has(CityDraft.of(same, Optional.of("A: b")), "name: \"A: b\"\n");
  }

  @Test
  void namesThatYamlWouldMisreadAreInQuotesAndThoseThatCannotBeShownAreLeftAlone() {
    String control = "Electricity\u001B[2J (kBtu)";
    List<String> header = List.of("# ID: \"x\", {y}", "Building ID", "Year", "Property Type: of, [them]", control);
    List<List<String>> rows = IntStream.range(0, 9)
        .mapToObj(i -> List.of("" + i, "" + i, "2019", "no: \"home\" # 1", "" + i)).toList();
    String draft = draft(table("t.csv", header, rows));
    named(CityFile.read("d.yaml", draft), Column.PRIMARY_TYPE, "Property Type: of, [them]");
    assertFalse(draft.contains("\u001B"), draft);
  }

  @Test
  void ofALongTableRowsAtEvenDistancesAreLookedAt() {
    List<List<String>> rows = IntStream.range(0, 12_000)
        .mapToObj(i -> List.of("" + i, "" + (2000 + i / 1000), "Office")).toList();
    Table table = table("t.csv", List.of("ID", "Year", "Type"), rows);
    has(draft(table), "from 5,000 of 12,000 rows of t.csv.");
    assertEquals(2011, Sample.of(table).columns().get(1).quantile(1));
  }

  /// Real tables, which are not part of this project ([SharedFolder]): the draft models the rows that the city's own
  /// file does.
  @Test
  void theDraftsOfChicagoAndSeattleModelTheSameRowsAsTheirFiles() throws IOException {
    Path data = SharedFolder.part("data");
    Map<Path, String> cities = Map.of(data.resolve("cities/chicago.csv"), "chicago", data.resolve("years/2021.csv"),
        "seattle");
    for (Map.Entry<Path, String> city : cities.entrySet()) {
      List<Table> tables = List.of(Csv.read(city.getKey()));
      Path file = Files.writeString(Files.createTempFile("draft", ".yaml"), draft(tables.getFirst()));
      CityCheck drafted = CityCheck.of(CityFile.locate(file), tables);
      CityCheck own = CityCheck.of(CityFile.locate(Path.of("../cities", city.getValue() + ".yaml")), tables);
      drafted.requireUsable();
      assertEquals(own.modeled(), drafted.modeled(), city.getValue());
      Files.delete(file);
    }
  }
}
