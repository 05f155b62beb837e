// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.Gson;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneBuildingTest {
  private static final Path TABLE =
      Path.of("../data-samples/2016-building-energy-benchmarking.csv");
  private Bundle bundle;
  private Table table;
  private Map<String, Object> building;

  @BeforeEach
  void load() throws IOException {
    try (InputStream in = OneBuildingTest.class.getResourceAsStream("bundle-3.carbonflow")) {
      bundle = Bundle.read(in.readAllBytes(), "bundle-3");
    }
    table = Csv.read(TABLE);
    String first = bundle.predict(table).predicted().getFirst().key().building();
    building = cells(table.rows().stream()
        .filter(row -> row.id("OSEBuildingID").equals(first)).findFirst().orElseThrow());
  }

  private Map<String, Object> cells(Row row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    table.header().names().forEach(name -> cells.put(name, row.raw(name)));
    return cells;
  }

  private String refusal() {
    return assertThrows(Problem.class, () -> bundle.predict(building)).getMessage();
  }

  @Test
  void aBuildingIsPredictedAsItsRowInATableIs() {
    assertEquals(bundle.predict(table).predicted().getFirst(), bundle.predict(building));
  }

  @Test
  void jsonIsReadAsTheMapIs() {
    assertEquals(bundle.predict(building), bundle.predict(new Gson().toJson(building)));
  }

  @Test
  void numbersAndTruthValuesMayBeWhatTheyAre() {
    Prediction asText = bundle.predict(building);
    building.replaceAll((name, value) -> switch (value.toString()) {
      case String number when number.matches("\\d{1,9}") -> Integer.valueOf(number);
      case String number when number.matches("\\d+\\.\\d+") -> Double.valueOf(number);
      case String text -> text;
    });
    assertTrue(building.values().stream().anyMatch(Integer.class::isInstance));
    assertEquals(asText, bundle.predict(building));
  }

  @Test
  void whatIsNotKnownIsNullOrLeftOut() {
    building.put("ENERGYSTARScore", null);
    Prediction known = bundle.predict(building);
    building.remove("ENERGYSTARScore");
    assertEquals(known, bundle.predict(building));
  }

  @Test
  void aCellThatIsNotANumberIsReportedInTheWordsOfATable() {
    building.put("NumberofFloors", "many");
    assertEquals("building, column NumberofFloors: \"many\" is not a number; write it like 1234.5, or"
        + " leave the cell empty where the number is not known", refusal());
  }

  @Test
  void aColumnThatCannotBeDoneWithoutIsNamed() {
    building.remove("OSEBuildingID");
    assertEquals("building: has no column OSEBuildingID; name it; the model is of Seattle", refusal());
  }

  @Test
  void aNameThatIsAColumnsExceptForPunctuationIsRead() {
    Prediction known = bundle.predict(building);
    building.put("EnergyStar_Score", building.remove("ENERGYSTARScore"));
    assertEquals(known, bundle.predict(building));
    building.put("ENERGYSTARScoreOf2014", building.remove("EnergyStar_Score"));
    assertNotEquals(known.tonnes(), bundle.predict(building).tonnes());
  }

  @Test
  void aBuildingThatModelsAreNotMadeForSaysWhy() {
    building.put("BuildingType", "Multifamily LR (1-4)");
    String said = refusal();
    assertTrue(said.startsWith("building " + building.get("OSEBuildingID")
        + ": cannot be predicted: "), said);
  }

  @Test
  void anotherKindOfValueIsNamedWithItsColumn() {
    building.put("YearBuilt", Double.NaN);
    assertEquals("building, column YearBuilt: 'NaN' is not text, finite number or truth value; give one"
        + " of these, or null where it is not known", refusal());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      [1, 2]            | building: it is not an object: [1,2]; give one JSON object
      {"YearBuilt": 19  | building: cannot be read as JSON (it is empty or cut off); give one JSON object
      {"a": 1, "a": 2}  | building: cannot be read as JSON
      """)
  void textThatIsNotAnObjectIsRefused(String json, String message) {
    String said = assertThrows(Problem.class, () -> bundle.predict(json)).getMessage();
    assertTrue(said.startsWith(message), said);
  }

  @Test
  void aTextBeyondAnyBuildingIsNotRead() {
    String json = "{\"Address\": \"" + "x".repeat(1 << 16) + "\"}";
    assertEquals("building: is longer than 65536 characters; give one JSON object with the table's"
            + " column names, such as {\"YearBuilt\": 1927}",
        assertThrows(Problem.class, () -> bundle.predict(json)).getMessage());
  }
}
