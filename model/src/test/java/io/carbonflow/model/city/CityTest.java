// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.building.Limits;
import io.carbonflow.model.building.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityTest {
  private static final String ROWS = "\"rows\": {\"modelled\": {\"column\": \"BuildingType\", \"not\": \"Home\"}}";

  static City read(String json) {
    return CityJson.read(StrictJson.of(json.getBytes(StandardCharsets.UTF_8), Place.of("t.json"), "correct it"));
  }

  /// A city of which one more thing is said.
  private static City with(String more) {
    return read("{\"name\": \"Here\", " + ROWS + (more.isEmpty() ? "" : ", " + more) + "}");
  }

  private static void refused(String message, String more) {
    assertEquals("t.json: " + message, assertThrows(Problem.class, () -> with(more)).getMessage());
  }

  @Test
  void seattleIsWrittenAndReadBackAsItIs() {
    assertEquals(City.SEATTLE, read(Json.pretty(CityJson.write(City.SEATTLE))));
    assertEquals("Seattle", City.SEATTLE.name());
  }

  @Test
  void whatCanBeSaidOfACityIsWrittenAndReadBackAsItIs() {
    City city = with("""
        "columns": {
          "SiteEnergyUse(kBtu)": {"sum of": "fuels"},
          "Electricity(kBtu)": {"name": "Strom", "unit": "MWh", "possible from": 0, "likely to": 1e9, "source": "s"},
          "NaturalGas(kBtu)": {"sum of": ["Gas a", "Gas b"], "unit": "GJ"},
          "PropertyGFATotal": {"name": ["Area", "Floor"], "near": "Lot", "unit": "m2"},
          "ZipCode": {"forms": "##-###", "words": "five digits"},
          "LargestPropertyUseType": {"same as": "PrimaryPropertyType"}},
        "missing": "n.d.", "not read": ["x"], "cut": {"y": {"use": "SecondLargestPropertyUseType",
          "area": "SecondLargestPropertyUseTypeGFA"}},
        "uses": {"names": ["A", "B"], "also": {"C": "A"}, "reference": {"B": "Office"}},
        "neighborhoods": {"names": "N", "classes": {"N": "low"}, "other class": "high"},
        "place": {"latitude": [-1, 1], "longitude": [2, 3], "most floors": 9, "first year": 1900, "source": "s"}
        """);
    assertEquals(city, read(Json.pretty(CityJson.write(city))));
    assertEquals("Gas a and Gas b", city.named(Column.GAS));
    assertEquals("Area or Floor", city.named(Column.TOTAL_AREA));
    assertEquals("PrimaryPropertyType", city.named(Column.LARGEST_USE));
    assertEquals(List.of("Strom", "Gas a", "Gas b", "SteamUse(kBtu)"), city.names(Column.SITE_ENERGY));
  }

  @Test
  void aColumnIsCalledAsInTheTableWhereItsValuesStandThere() {
    City city = with("""
        "columns": {
          "PropertyGFATotal": {"name": ["Area", "Floor"], "unit": "ft2"},
          "LargestPropertyUseTypeGFA": {"same as": "PropertyGFATotal"},
          "Electricity(kBtu)": {"name": "Strom", "unit": "MWh"},
          "NaturalGas(kBtu)": {"sum of": ["Gas a", "Gas b"]},
          "SiteEnergyUse(kBtu)": {"sum of": "fuels"},
          "Neighborhood": {}}
        """);
    assertEquals(List.of("Area", "Area", "Electricity(kBtu)", "NaturalGas(kBtu)", "SiteEnergyUse(kBtu)", "Neighborhood",
        "Address"), Stream.of(Column.TOTAL_AREA, Column.LARGEST_USE_AREA, Column.ELECTRICITY, Column.GAS,
        Column.SITE_ENERGY, Column.NEIGHBORHOOD, Column.ADDRESS).map(city::title).toList());
    assertTrue(city.has(Column.NEIGHBORHOOD) && city.has(Column.GAS));
    assertFalse(city.has(Column.ADDRESS));
  }

  @Test
  void seattleHasAllColumnsOfTheSchemaByTheirTitles() {
    for (Column column : City.SEATTLE.schema()) {
      assertTrue(City.SEATTLE.has(column), column.title());
      assertEquals(column.title(), City.SEATTLE.title(column));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "BuildingType | begins with | begin with A, B or C | the building type does not begin with A, B or C",
      "PrimaryPropertyType | is | are A, B or C | the property type is not A, B or C",
      "LargestPropertyUseType | not | are not A, B or C | the largest use is A, B or C"})
  void whichRowsAreModeledIsReportedInWords(String column, String how, String words, String reason) {
    City city = read("{\"name\": \"H\", \"rows\": {\"modelled\": {\"column\": \"" + column + "\", \"" + how
        + "\": [\"A\", \"B\", \"C\"]}}}");
    assertEquals(words, city.subject().words());
    assertEquals(reason, city.subject().reason());
  }

  @Test
  void aCityOfWhichNothingIsSaidHasWhatHoldsAnywhere() {
    City city = with("");
    assertEquals(city, read(Json.compact(CityJson.write(city))));
    for (Column column : Column.values()) {
      assertEquals(List.of(column.title()), city.names(column));
      if (column != Column.LATITUDE && column != Column.LONGITUDE) {
        assertEquals(column.anywhere(), city.content(column), column.title());
      }
    }
    assertTrue(Category.LARGEST_USE.knows("Anything", city));
  }

  /// The limits are as they were before a city was a file.
  @ParameterizedTest
  @CsvSource({"DATA_YEAR, 2010, ERROR, 2099, ERROR", "LATITUDE, 47.48, ERROR, 47.76, ERROR",
      "LONGITUDE, -122.46, ERROR, -122.2, ERROR", "YEAR_BUILT, 1851, WARNING, Infinity, WARNING",
      "BUILDINGS, 1, WARNING, 500, ERROR", "FLOORS, 1, WARNING, 76, WARNING",
      "TOTAL_AREA, 1000, WARNING, 2e7, ERROR", "PARKING_AREA, 0, WARNING, 2e7, ERROR",
      "BUILDING_AREA, 1000, WARNING, 2e7, ERROR", "LARGEST_USE_AREA, 0, WARNING, 2e7, ERROR",
      "SECOND_USE_AREA, 0, WARNING, 2e7, ERROR", "THIRD_USE_AREA, 0, WARNING, 2e7, ERROR",
      "ENERGY_STAR_SCORE, 1, WARNING, 100, WARNING", "STEAM, 0, ERROR, Infinity, ERROR"})
  void seattleHasItsLimits(Column column, double least, Severity below, double greatest, Severity above) {
    assertEquals(new Limits(least, below, greatest, above), ((Content.Number) column.content()).limits());
  }

  @Test
  void identifiersOfSeattleHaveItsForms() {
    Content.Id zip = (Content.Id) Column.ZIP_CODE.content();
    assertEquals("981 and two more digits", zip.words());
    assertTrue(zip.form().matcher("98104").matches() && zip.form().matcher("98104-1234").matches());
    assertFalse(zip.form().matcher("98204").matches() || zip.form().matcher("9810").matches()
        || zip.form().matcher("98104-").matches());
    Content.Id district = (Content.Id) Column.COUNCIL_DISTRICT.content();
    assertTrue(district.form().matcher("7").matches());
    assertFalse(district.form().matcher("8").matches() || district.form().matcher("12").matches());
  }

  @Test
  void aNeighborhoodWithoutAClassOfItsOwnHasTheOther() {
    assertEquals("high", City.SEATTLE.names().neighborhoodClass("DOWNTOWN"));
    assertEquals("med-low", City.SEATTLE.names().neighborhoodClass("BALLARD"));
    assertEquals("med-low", City.SEATTLE.names().neighborhoodClass(""));
    assertEquals("", with("").names().neighborhoodClass("DOWNTOWN"));
  }

  @ParameterizedTest
  @CsvSource({"BEGINS_WITH, nonresidential COS, true", "BEGINS_WITH, Campus, false", "IS, NONRESIDENTIAL, true",
      "IS, NonResidential COS, false", "NOT, Nonresidential, false", "NOT, Campus, true"})
  void rowsAreToldApartInAnyLetterCase(Subject.How how, String text, boolean included) {
    assertEquals(included, new Subject(Column.BUILDING_TYPE, how, List.of("NonResidential")).includes(text));
  }

  @Test
  void aMistakeNamesItsFieldAndTheRemedy() {
    refused("field columns.SiteEnergy is not a column of the schema: SiteEnergy; write SiteEnergyUse(kBtu) if it is meant",
        "\"columns\": {\"SiteEnergy\": {}}");
    refused("field columns.DataYear.nam is not known; use one of forms, likely from, likely to, name, near,"
        + " possible from, possible to, same as, source, sum of, unit, words",
        "\"columns\": {\"DataYear\": {\"nam\": \"x\"}}");
    refused("field columns.NaturalGas(kBtu).unit is not a unit that is known: cubic feet; use one of "
        + String.join(", ", Stream.of(Unit.values()).map(Unit::word).toList()),
        "\"columns\": {\"NaturalGas(kBtu)\": {\"unit\": \"cubic feet\"}}");
    refused("field columns.DataYear.same as is given in addition to name; give one of the two",
        "\"columns\": {\"DataYear\": {\"name\": \"y\", \"same as\": \"YearBuilt\"}}");
    refused("field columns.ZipCode.forms[0] is not text; write it in quotes",
        "\"columns\": {\"ZipCode\": {\"forms\": [1], \"words\": \"one\"}}");
    refused("field place.latitude is not a pair of degrees; write it like [47.48, 47.76]",
        "\"place\": {\"latitude\": 47}");
    refused("field types.reference is not known; use one of also, names",
        "\"types\": {\"reference\": {\"A\": \"Office\"}}");
    refused("field mising is not known; write missing if it is meant", "\"mising\": \"x\"");
    refused("field a is not known; use one of building types, columns, cut, fuels, missing, name, neighborhoods,"
        + " not read, place, rows, target, types, uses", "\"a\": \"x\"");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "'DataYear': {'unit': 'kBtu'} | DataYear | its values have no unit that could be another one",
      "'PropertyGFATotal': {'unit': 'kBtu'} | PropertyGFATotal | kBtu cannot be told in ft²",
      "'Address': {'likely to': 1} | Address | a column without numbers has limits or a unit",
      "'Latitude': {'likely to': 1} | Latitude | degrees have their limits in place",
      "'DataYear': {'same as': 'NumberofFloors'} | DataYear | NumberofFloors holds something else",
      "'Address': {'same as': 'City'}, 'City': {'same as': 'State'} | Address | City has no cells of a table itself",
      "'DataYear': {'sum of': 'fuels'} | DataYear | its values have no unit that could be another one"})
  void whatCannotBeTogetherIsRefused(String columns, String column, String message) {
    refused("field columns." + column + " does not hold together: " + message + "; correct what is named",
        "\"columns\": {" + columns.replace('\'', '"') + "}");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "'columns': {'YearBuilt': {'likely to': 1, 'possible to': 2}} | columns.YearBuilt | there are two limits at one"
          + " end",
      "'columns': {'YearBuilt': {'likely to': 1, 'likely from': 2}} | columns.YearBuilt | nothing is from 2.0 to 1.0",
      "'columns': {'ZipCode': {'forms': '#'}} | columns.ZipCode | forms and words come together",
      "'uses': {'names': ['A', 'A']} | uses | 'A' is there twice",
      "'uses': {'names': 'A', 'also': {'B': 'C'}} | uses | 'C' is meant by another name, and is not one of the names",
      "'uses': {'reference': {'B': 'Moon Base'}} | uses | 'Moon Base' has no reference intensity",
      "'place': {'latitude': [91, 92]} | place | there are no such degrees"})
  void aFieldThatDoesNotHoldTogetherIsRefused(String more, String field, String message) {
    refused("field " + field + " does not hold together: " + message.replace('\'', '"') + "; correct what is named",
        more.replace('\'', '"'));
  }

  @Test
  void rowsAreToldApartInOneWay() {
    UnaryOperator<String> told = how -> assertThrows(Problem.class, () -> read(
        "{\"name\": \"H\", \"rows\": {\"modelled\": {\"column\": \"BuildingType\"" + how + "}}}")).getMessage();
    assertEquals("t.json: field rows.modelled does not say which rows are modeled; give one of begins with, is, not",
        told.apply(""));
    assertEquals("t.json: field rows.modelled.not is a second way to tell rows apart; give one of the two",
        told.apply(", \"is\": \"a\", \"not\": \"b\""));
    assertThrows(IllegalArgumentException.class,
        () -> new Subject(Column.CITY, Subject.How.IS, List.of("Seattle")));
  }

  @Test
  void textsAreShortAndCanBeShown() {
    JsonObject json = CityJson.write(with(""));
    json.addProperty("name", "x".repeat(501));
    assertThrows(Problem.class, () -> read(Json.compact(json)));
    json.addProperty("name", "a\u202eb");
    assertThrows(Problem.class, () -> read(Json.compact(json)));
    List<String> many = IntStream.range(0, 5001).mapToObj(Integer::toString).toList();
    assertThrows(IllegalArgumentException.class, () -> new CityTables(many, Map.of(), List.of()));
  }

  @ParameterizedTest
  @CsvSource({"KWH, KBTU, 3.412142", "THERMS, KBTU, 100", "MMBTU, THERMS, 10", "GJ, KWH, 277.7777777777778",
      "MJ, KBTU, 0.9478172222222222", "M2, FT2, 10.763910416709722", "KG, T, 0.001",
      "KWH_PER_M2, KBTU_PER_FT2, 0.31699836471168", "KG_PER_M2, KG_PER_FT2, 0.09290304", "FT2, FT2, 1"})
  void unitsAreReportedInOthers(Unit one, Unit other, double factor) {
    assertEquals(factor, one.in(other), 1e-6 * factor);
    assertEquals(1 / factor, other.in(one), 1e-6 / factor);
  }

  @Test
  void aUnitIsFoundByItsWordAndToldInNoOtherMeasure() {
    for (Unit unit : Unit.values()) {
      assertEquals(Optional.of(unit), Unit.of(unit.word()));
      assertEquals(1, unit.in(unit));
    }
    assertEquals(Optional.of(Unit.M2), Unit.of("m2"));
    assertEquals(Optional.empty(), Unit.of("year"));
    assertThrows(IllegalArgumentException.class, () -> Unit.M2.in(Unit.KBTU));
  }

  @Test
  void thoseThatComeWithCarbonflowAreKnownByName() {
    assertEquals(List.of("chicago", "seattle"), CityJson.names());
    assertEquals("Chicago", CityJson.bundled("chicago").name());
    assertSame(City.SEATTLE, CityJson.bundled("seattle"));
    for (String name : List.of("boston", "", "../city/seattle", "Seattle", "cities")) {
      assertThrows(IllegalArgumentException.class, () -> CityJson.bundled(name), name);
    }
  }
}
