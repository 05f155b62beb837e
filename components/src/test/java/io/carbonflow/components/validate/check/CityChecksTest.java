// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.base.table.Csv;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.MergeTables;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A made-up city's table is looked at by what its file says. It has metric units, site energy that is the sum of the
/// fuels, and neither classes of buildings, floors, parking, steam nor lists of uses.
class CityChecksTest {
  private static final String SAID = """
      {"name": "Neustadt",
       "rows": {"modelled": {"column": "PrimaryPropertyType", "not": ["Wohnhaus"]}},
       "columns": {
         "OSEBuildingID": {"name": "Kennung"},
         "DataYear": {"name": "Jahr"},
         "ZipCode": {"name": "PLZ", "forms": ["01###"], "words": "01 and three more digits"},
         "Neighborhood": {"name": "Viertel"},
         "Latitude": {"name": "Breite"},
         "Longitude": {"name": "Länge"},
         "YearBuilt": {"name": "Baujahr", "likely from": 1300},
         "PrimaryPropertyType": {"name": "Art"},
         "LargestPropertyUseType": {"same as": "PrimaryPropertyType"},
         "PropertyGFATotal": {"name": "Fläche", "unit": "m²", "possible to": 5e6},
         "PropertyGFABuilding(s)": {"same as": "PropertyGFATotal"},
         "LargestPropertyUseTypeGFA": {"same as": "PropertyGFATotal"},
         "Electricity(kBtu)": {"name": "Strom", "unit": "MWh"},
         "NaturalGas(kBtu)": {"name": "Gas", "unit": "MWh"},
         "SiteEnergyUse(kBtu)": {"sum of": ["Strom", "Gas", "Fernkälte"], "unit": "MWh"},
         "TotalGHGEmissions": {"name": "CO2"}},
       "place": {"latitude": [51, 52], "longitude": [13, 14]}%s}
      """;
  private static final City CITY = city("");
  private static final List<String> HEADER = List.of("Kennung", "Jahr", "PLZ", "Viertel", "Breite", "Länge", "Baujahr",
      "Art", "Fläche", "Strom", "Gas", "Fernkälte", "CO2");
  @TempDir Path folder;
  private final List<Map<String, String>> rows = new ArrayList<>();

  private static City city(String more) {
    return CityJson.read(StrictJson.of(
        SAID.formatted(more).getBytes(StandardCharsets.UTF_8), Place.of("neustadt.json"), "correct it"));
  }

  CityChecksTest() {
    for (int year : List.of(2019, 2020)) {
      for (int id = 1; id <= 40; id++) {
        SplittableRandom random = new SplittableRandom(id * 31L + year);
        double power = 200 + random.nextInt(300);
        double gas = 100 + random.nextInt(200);
        double tonnes = power * 0.4 + gas * 0.2;
        Map<String, String> row = new LinkedHashMap<>();
        Iterator<String> cells = List.of("" + id, "" + year, "01097", "ALTSTADT", "51.05", "13.74", "1720", "Büro",
            "" + (2000 + 10 * id), "" + power, "" + gas, "", String.format(Locale.ROOT, "%.3f", tonnes)).iterator();
        HEADER.forEach(name -> row.put(name, cells.next()));
        rows.add(row);
      }
    }
  }

  private CityChecksTest set(int row, String column, String cell) {
    rows.get(row).put(column, cell);
    return this;
  }

  private Path table() {
    Path file = folder.resolve("table.csv");
    Csv.write(file, HEADER, rows.stream().map(row -> List.copyOf(row.values())).toList());
    return file;
  }

  private static Validation validated(Path table, City city) {
    return Validation.of(table, Set.of(), city);
  }

  private List<String> found() {
    return found(validated(table(), CITY));
  }

  private static List<String> found(Validation validation) {
    return validation.findings().stream().flatMap(one -> one.listed().stream())
        .map(one -> one.check().id() + ": " + one.text()).toList();
  }

  private static List<String> columns(Validation validation) {
    return validation.columns().stream().filter(one -> one.year() == 2019)
        .map(one -> validation.city().title(one.column())).toList();
  }

  @Test
  void ofWhatTheCityLacksNothingIsSaid() {
    Validation raw = validated(table(), CITY);
    assertEquals(List.of(), found(raw));
    assertEquals(80, raw.used());
    assertTrue(raw.isValid());
  }

  @Test
  void itsColumnsAreDescribedOnceAndThoseThatItLacksAreNot() {
    List<String> expected = List.of("Kennung", "Jahr", "Art", "PLZ", "Viertel", "Breite", "Länge", "Baujahr",
        "PropertyGFATotal", "SiteEnergyUse(kBtu)", "Electricity(kBtu)", "NaturalGas(kBtu)", "CO2");
    assertEquals(expected, columns(validated(table(), CITY)));
    Path merged = folder.resolve("merged.csv");
    Csv.write(merged, MergeTables.of(List.of(Csv.read(table())), 1, _ -> true, CITY).table());
    Validation again = validated(merged, CITY);
    assertEquals(expected, columns(again));
    assertEquals(80, again.used());
    assertEquals(List.of(), found(again));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "PLZ | 98101 | id-form: 2019, building 1, line 2: PLZ 98101 is not 01 and three more digits",
      "Breite | 47.6 | impossible: 2019, building 1, line 2: Breite 47.6 is less than 51",
      "Baujahr | 1200 | doubtful: 2019, building 1, line 2: Baujahr 1200 is less than 1300",
      "Baujahr | 2030 | built-after: 2019, building 1, line 2: Baujahr 2030 is after 2019",
      "CO2 | 5 | emissions-unit: 2019, building 1, line 2: CO2 5 is not what the fuels and their factors give",
      "Gas | -1 | impossible: 2019, building 1, line 2: NaturalGas(kBtu) -3412.1 is less than 0",
      "Fläche | x | unreadable: 2019, building 1, line 2: Fläche x is not a number",
      "Art | '' | left-out: 2019, building 1, line 2 (not used): Art excludes the row: the property type"
          + " is Wohnhaus"})
  void whatIsWrongIsReportedByItsOwnNamesAndLimits(String column, String cell, String expected) {
    String start = expected.replace("Fläche x", "PropertyGFATotal x");
    assertTrue(set(0, column, cell).found().stream().anyMatch(one -> one.startsWith(start)), () -> found().toString());
  }

  @Test
  void aBuildingThatHasChangedIsReportedAboutByTheCitysNames() {
    List<String> found = set(40, "Art", "Hotel").set(41, "Baujahr", "1900").found();
    assertTrue(found.contains("use-changed: 2020, building 1, line 42: Art Hotel was Büro in 2019"), found::toString);
    assertTrue(found.contains("year-built-changed: 2020, building 2, line 43: Baujahr 1900 was 1720 in 2019"),
        found::toString);
  }

  @Test
  void anOtherFuelIsAPartOfTheSumAndNoFault() {
    assertFalse(set(0, "Fernkälte", "50").found().stream().anyMatch(one -> one.startsWith("fuels-sum")));
  }

  @Test
  void aColumnThatItsFileNamesAndThatIsEmptyInAYearIsReported() {
    rows.subList(40, 80).forEach(row -> row.put("Viertel", ""));
    assertTrue(found().contains("column-empty: 2020: Viertel has no value in 40 rows"), () -> found().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Moon Base", "0-8-15"})
  void aCityWhoseNamesAreNotKnownHasNoUnknownOnes(String name) {
    set(0, "Art", name).set(0, "Viertel", name);
    assertEquals(List.of(), found().stream().filter(one -> one.startsWith("category")).toList());
    City known = city(", \"types\": {\"names\": [\"Büro\"]}, \"uses\": {\"names\": [\"Büro\"]},"
        + " \"neighborhoods\": {\"names\": [\"ALTSTADT\"]}");
    List<String> found = found(validated(table(), known)).stream().filter(one -> one.startsWith("category")).toList();
    assertEquals(List.of("category: 2019, building 1, line 2: Art " + name + " is not one of the city's"), found,
        "it is reported once, and the neighborhood is the one of the other year");
  }

  @Test
  void textsOfAChecksNameTheCityAndWhichKindsAreModeled() {
    Check form = named("id-form").of(CITY);
    assertEquals("a ZIP code or a council district does not exist in Neustadt", form.what());
    assertTrue(named("building-type").of(CITY).why().startsWith("Types that are not Wohnhaus are modeled."));
    assertEquals("a ZIP code or a council district does not exist in Seattle", named("id-form").of(City.SEATTLE).what());
    set(0, "PLZ", "98101");
    assertEquals(form, validated(table(), CITY).findings().stream().map(CheckResult::check)
        .filter(check -> check.id().equals("id-form")).findFirst().orElseThrow());
  }

  private static Check named(String id) {
    return Checks.all().stream().filter(check -> check.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aTableOfAnotherCityIsNone() {
    Problem problem = assertThrows(Problem.class, () -> Validation.of(table()));
    assertTrue(problem.getMessage().contains(Column.BUILDING_ID.title()), problem::getMessage);
  }
}
