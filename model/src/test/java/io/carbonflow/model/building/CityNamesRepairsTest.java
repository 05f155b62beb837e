// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static io.carbonflow.model.building.Repaired.office;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names are read right by those of the city that a table is of.
class CityNamesRepairsTest {
  private static final String USE = "LargestPropertyUseType";
  private static final String TYPE = "PrimaryPropertyType";
  private static final String PLACE = "Neighborhood";
  private static final City UNNAMED = city("");
  private static final City NAMED = city("""
      , "uses": {"names": ["Bakery", "Town Hall", "Shop"], "also": {"Store": "Shop"},
                 "reference": {"Bakery": "Food Sales", "Shop": "Retail Store"}},
      "types": {"names": ["Big Office", "Other", "Hotel"]},
      "neighborhoods": {"names": ["HAFEN", "ALTSTADT"]}""");

  private static City city(String names) {
    return CityJson.read(StrictJson.of(("""
        {"name": "Neustadt", "rows": {"modelled": {"column": "BuildingType", "begins with": "NonResidential"}}%s}
        """.formatted(names)).getBytes(StandardCharsets.UTF_8), Place.of("t.json"), "correct it"));
  }

  private static String read(City city, String column, String written) {
    return Repaired.of(List.of(office("1", 2017, column, written, "ListOfAllPropertyUseTypes", "")), city).rows()
        .getFirst().raw(column);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "LargestPropertyUseType | Non-Refrige", "LargestPropertyUseType | RETAIL STORE",
      "LargestPropertyUseType | Senior Living Community", "PrimaryPropertyType | SELF-STORAGE FACILITY",
      "PrimaryPropertyType | College/University", "Neighborhood | GREATER DUWAM",
      "Neighborhood | SHARED: CENTRAL & EAST", "BuildingType | Nonresidential-COS"})
  void whereACitysNamesAreNotKnownNoneIsReadAsAnother(String column, String written) {
    assertEquals(written, read(UNNAMED, column, written));
  }

  @Test
  void andNothingIsSaidOfThem() {
    List<Map<String, String>> rows = IntStream.range(0, 12).mapToObj(i -> office("" + i, 2017, USE,
        List.of("Retail Stor", "Non-Refrige", "Self-Storag").get(i % 3), TYPE, "Strip Mall", PLACE, "water",
        "ListOfAllPropertyUseTypes", "")).toList();
    assertEquals(List.of(), Repaired.of(rows, UNNAMED).found());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "LargestPropertyUseType | TOWN HALL   | Town Hall    | letter case",
      "LargestPropertyUseType | Town Ha     | Town Hall    | it ends in a word",
      "LargestPropertyUseType | Store       | Shop         | it is called so in other years",
      "LargestPropertyUseType | Retail Stor | Retail Store | EPA's uses are known beside the city's",
      "LargestPropertyUseType | Moon Base   | Moon Base    | a new use",
      "Neighborhood           | alt-stadt   | ALTSTADT     | letters and digits",
      "Neighborhood           | DOWNTOW     | DOWNTOW      | Seattle's names are not this city's",
      "BuildingType           | Nonresidential-COS | Nonresidential-COS | these are not known"})
  void whereTheyAreKnownTheyDecide(String column, String written, String read, String why) {
    assertEquals(read, read(NAMED, column, written), why);
  }

  @Test
  void epasTypesAreReadAsOnesOfTheCityAndAsNoneOfSeattles() {
    List<Map<String, String>> rows = List.of(office("1", 2018, TYPE, "Strip Mall"),
        office("2", 2018, TYPE, "Office", "PropertyGFATotal", "120000"), office("3", 2018, TYPE, "Hotel"),
        office("4", 2018, TYPE, "Hospital (General Medical & Surgical)"));
    assertEquals(List.of("Other", "Office", "Hotel", "Hospital (General Medical & Surgical)"),
        Repaired.of(rows, NAMED).cells(Column.PRIMARY_TYPE));
    City without = city(", \"types\": {\"names\": [\"Office\", \"Hotel\"]}");
    assertEquals(List.of("Strip Mall", "Office", "Hotel", "Hospital (General Medical & Surgical)"),
        Repaired.of(rows, without).cells(Column.PRIMARY_TYPE), "the city has no type that EPA does not have");
  }

  @Test
  void seattlesOwnTypesAreThoseThatEpaDoesNotHave() {
    assertEquals(Set.of("Large Office", "Small- and Mid-Sized Office", "Low-Rise Multifamily", "Mid-Rise Multifamily",
        "High-Rise Multifamily", "Hospital", "SPS-District K-12"), Vocabulary.of(City.SEATTLE).ownTypes());
    assertEquals(Set.of("Big Office"), Vocabulary.of(NAMED).ownTypes());
    assertEquals(Set.of(), Vocabulary.of(UNNAMED).ownTypes());
  }

  @Test
  void theNamesOfACityAreMadeOnce() {
    Vocabulary of = Vocabulary.of(NAMED);
    assertSame(of, Vocabulary.of(NAMED));
    assertTrue(Vocabulary.of(City.SEATTLE) != of);
  }

  @ParameterizedTest
  @CsvSource({"Bakery,231.4", "Shop,51.4", "Town Hall,50", "Office,52.9"})
  void theReferenceIntensityOfAUseIsByTheNameThatTheCitySaysItHasThere(String use, double expected) {
    assertEquals(expected, ReferenceIntensity.of(Vocabulary.of(NAMED).reference(use)));
    Map<String, String> office = office("1", 2017, USE, use, "SecondLargestPropertyUseType", "",
        "ThirdLargestPropertyUseType", "", "SecondLargestPropertyUseTypeGFA", "", "ThirdLargestPropertyUseTypeGFA", "");
    Building building = Building.of(
        Schema.of(Samples.offices(office), NAMED).canonical(Samples.offices(office).rows().getFirst()), NAMED);
    assertEquals(Math.log1p(expected), Feature.REFERENCE_INTENSITY.of(building), 1e-12);
    assertEquals(use, building.use(1).type());
  }

  @ParameterizedTest
  @CsvSource({"SUPERMARKET / GROCERY STORE,Supermarket/Grocery Store", "Office,Office", "Moon Base,Moon Base"})
  void orByTheSameLettersWhereTheCitysNamesAreNotKnown(String use, String reference) {
    assertEquals(reference, Vocabulary.of(UNNAMED).reference(use));
    assertEquals(use, Vocabulary.of(City.SEATTLE).reference(use));
  }
}
