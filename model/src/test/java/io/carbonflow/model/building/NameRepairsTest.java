// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static io.carbonflow.model.building.Repaired.office;
import static io.carbonflow.model.building.Repaired.offices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRepairsTest {
  private static final String USE = "LargestPropertyUseType";
  private static final String USES = "ListOfAllPropertyUseTypes";
  private static final String PRIMARY = "PrimaryPropertyType";
  private static final String PLACE = "Neighborhood";

  private static List<Map<String, String>> uses(String... names) {
    return IntStream.range(0, names.length).mapToObj(i -> office("" + i, 2017, USE, names[i], USES, names[i]))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String use(List<Map<String, String>> rows) {
    return Repaired.of(rows).cells(Column.LARGEST_USE).getLast();
  }

  @Test
  void namesThatAreAllCutAtOneLengthAreCompleted() {
    Repaired read = Repaired.of(uses("Retail Stor", "Non-Refrige", "Self-Storag", "Automobile", "Supermarket",
        "Residential", "K-12 School", "Office"));
    assertEquals(List.of("Retail Store", "Non-Refrigerated Warehouse", "Self-Storage Facility",
        "Automobile Dealership", "Supermarket/Grocery Store", "Residential Care Facility", "K-12 School", "Office"),
        read.cells(Column.LARGEST_USE));
    assertEquals("cut-text 2017 LargestPropertyUseType 6", read.found().getLast());
    assertEquals("no name is longer than 11 characters: Automobile is Automobile Dealership (1), Non-Refrige is"
        + " Non-Refrigerated Warehouse (1), Residential is Residential Care Facility (1), Retail Stor is Retail Store"
        + " (1), and 2 other names", read.repairs().found().getLast().evidence());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Non-Refrige          | Non-Refrigerated Warehouse | nobody writes so",
      "Residential          | Residential                | it may be a name of its own",
      "Other                | Other                      | it is a name, and the beginning of others",
      "Restaurant           | Restaurant                 | the same",
      "Refin                | Refin                      | nothing begins so",
      "Ret                  | Ret                        | too short",
      "RETAIL STORE         | Retail Store               | letter case",
      "Supermarket / Grocery Store | Supermarket/Grocery Store | spaces and punctuation",
      "'Repair Services (Vehicle, Shoe, Locksmith, etc.)'|'Repair Services (Vehicle, Shoe, Locksmith, etc)'| a dot",
      "Senior Living Community | Senior Care Community   | EPA's later name",
      "Other - Specialty Hospital | Other - Specialty Hospital | both names are the city's",
      "Other/Specialty Hospital | Other/Specialty Hospital | both names are the city's",
      "Solar Observatory    | Solar Observatory          | a new use"})
  void aNameByItself(String written, String read, String why) {
    assertEquals(read, use(List.of(office("1", 2017, USE, written, USES, ""))), why);
  }

  @Test
  void ofTwoNamesThatBeginSoTheRowsOtherColumnsSayWhich() {
    String name = "Convenience Store without Gas Station";
    assertEquals(name, use(List.of(office("1", 2017, USE, "Convenience", USES, "Office, " + name))));
    assertEquals("Convenience", use(List.of(office("1", 2017, USE, "Convenience", USES, "Office"))));
  }

  @Test
  void orTheBuildingsOtherYears() {
    List<Map<String, String>> rows = List.of(
        office("1", 2016, USE, "Stadium (Open)", USES, ""), office("2", 2016, USE, "Stadium (Closed)", USES, ""),
        office("1", 2017, USE, "Stadium", USES, ""));
    assertEquals("Stadium (Open)", use(rows));
  }

  @Test
  void orNothing() {
    Repaired read = Repaired.of(List.of(office("1", 2017, USE, "Stadium", USES, "")));
    assertEquals(List.of("cut-text 2017 LargestPropertyUseType 1 left"), read.found());
    assertEquals("Stadium may be Stadium (Closed) or Stadium (Open) (1)", read.evidence());
  }

  @Test
  void aNewNameThatIsWholeInAnotherColumnIsKnown() {
    assertEquals("Recreation Center", use(List.of(
        office("1", 2017, USE, "Recreation Cent", USES, "Office, Recreation Center"))));
  }

  @Test
  void namesInListsAndOtherSlotsAreReadTheSameWay() {
    Repaired read = Repaired.of(List.of(office("1", 2017, USES, "Data Center, RETAIL STORE, Parking, Vocat",
        "SecondLargestPropertyUseType", "parking", "ThirdLargestPropertyUseType", "Data  Center.")));
    assertEquals(List.of("Data Center, Retail Store, Parking, Vocational School"), read.cells(Column.USES));
    assertEquals(List.of("Parking"), read.cells(Column.SECOND_USE));
    assertEquals(List.of("Data Center"), read.cells(Column.THIRD_USE));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "PrimaryPropertyType | SELF-STORAGE FACILITY | Self-Storage Facility",
      "PrimaryPropertyType | Supermarket/Grocery Store | Supermarket/Grocery Store",
      "PrimaryPropertyType | Small- and Mid-Sized Off | Small- and Mid-Sized Office",
      "Neighborhood | DELRIDGE NEIGHBORHOODS | DELRIDGE NEIGHBORHOODS",
      "Neighborhood | Ballard | Ballard",
      "Neighborhood | Magnolia/Queen Anne | MAGNOLIA / QUEEN ANNE",
      "Neighborhood | GREATER DUWAM | GREATER DUWAMISH",
      "Neighborhood | NORTH | NORTH",
      "BuildingType | NONRESIDENTIAL | NonResidential",
      "BuildingType | Nonresidential-COS | Nonresidential COS"})
  void otherColumns(String column, String written, String read) {
    Repaired table = Repaired.of(List.of(office("1", 2017, column, written)));
    assertEquals(read, table.rows().getFirst().raw(column));
  }

  @Test
  void ofTwoNeighborhoodsItIsTheOneThatTheBuildingHadInOtherYears() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (String id : List.of("1", "2", "3")) {
      rows.add(office(id, 2016, PLACE, "Central"));
      rows.add(office(id, 2018, PLACE, "SHARED: CENTRAL &amp; EAST"));
    }
    rows.add(office("4", 2018, PLACE, "SHARED: CENTRAL & EAST"));
    rows.add(office("5", 2018, PLACE, "SHARED: LAKE UNION & NORTHWEST"));
    rows.add(office("6", 2016, PLACE, "EAST"));
    rows.add(office("6", 2018, PLACE, "water"));
    Repaired read = Repaired.of(rows);
    assertEquals(List.of("CENTRAL", "CENTRAL", "SHARED: LAKE UNION & NORTHWEST", "EAST", "EAST"),
        read.cells(Column.NEIGHBORHOOD).subList(5, 10));
    assertEquals(List.of("two-neighborhoods 2018 Neighborhood 5", "two-neighborhoods 2018 Neighborhood 1 left"),
        read.found());
    assertEquals("SHARED: CENTRAL & EAST is CENTRAL (4), WATER is EAST (1)", read.evidence());
  }

  @Test
  void buildingsThatSayTwoThingsSayNothingOfOthers() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      rows.add(office("" + i, 2016, PLACE, i % 2 == 0 ? "CENTRAL" : "EAST"));
      rows.add(office("" + i, 2018, PLACE, "SHARED: CENTRAL & EAST"));
    }
    rows.add(office("9", 2018, PLACE, "SHARED: CENTRAL & EAST"));
    assertEquals("SHARED: CENTRAL & EAST", Repaired.of(rows).cells(Column.NEIGHBORHOOD).getLast());
  }

  @Test
  void typesOfEpaAreReadAsTheCitys() {
    List<Map<String, String>> rows = List.of(
        office("1", 2018, PRIMARY, "Strip Mall"),
        office("2", 2018, PRIMARY, "Office", "PropertyGFATotal", "120000"),
        office("3", 2018, PRIMARY, "Office", "PropertyGFATotal", "99999"),
        office("4", 2018, PRIMARY, "Hospital (General Medical & Surgical)"),
        office("5", 2018, PRIMARY, "Hotel"),
        office("6", 2018, PRIMARY, "Observatory"),
        office("7", 2018, PRIMARY, "Multifamily Housing", "BuildingType", "Multifamily MR (5-9)"),
        office("8", 2018, PRIMARY, "Non-Refrigerated Warehouse"),
        office("9", 2018, PRIMARY, "SENIOR LIVING COMMUNITY"));
    Repaired read = Repaired.of(rows);
    assertEquals(List.of("Other", "Large Office", "Small- and Mid-Sized Office", "Hospital", "Hotel", "Observatory",
        "Mid-Rise Multifamily", "Warehouse", "Senior Care Community"), read.cells(Column.PRIMARY_TYPE));
    assertEquals(List.of("other-writing 2018 PrimaryPropertyType 1", "epa-types 2018 PrimaryPropertyType 5"),
        read.found());
    assertEquals("3 of 9 rows have a type that only EPA has, 0 one that only the city has",
        read.repairs().found().getLast().evidence());
    assertEquals("Strip Mall", Repaired.of(rows, TableFault.EPA_TYPES).cells(Column.PRIMARY_TYPE).getFirst());
  }

  @Test
  void aYearWithTheCitysTypesKeepsThem() {
    List<Map<String, String>> rows = offices(3, 2016, PRIMARY, "Large Office");
    rows.add(office("x", 2016, PRIMARY, "Office"));
    rows.add(office("y", 2016, PRIMARY, "Strip Mall"));
    Repaired read = Repaired.of(rows);
    assertEquals(List.of("Office", "Strip Mall"), read.cells(Column.PRIMARY_TYPE).subList(3, 5));
    assertEquals(List.of(), read.found());
  }

  @Test
  void asPublishedNamesStay() {
    List<Map<String, String>> rows = List.of(office("1", 2017, USE, "Non-Refrige", PLACE, "water", USES, "PARKING"));
    Repaired read = Repaired.of(rows, TableFault.CUT_TEXT, TableFault.OTHER_WRITING, TableFault.TWO_NEIGHBORHOODS);
    assertEquals(List.of("Non-Refrige", "PARKING", "water"), Stream.of(Column.LARGEST_USE, Column.USES,
        Column.NEIGHBORHOOD).map(column -> read.cells(column).getFirst()).toList());
    assertEquals(List.of(), read.found());
  }
}
