// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.page.PageReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The step from its command line to its files.
class ValidateTest {
  @TempDir Path folder;
  private Path damaged;

  @BeforeEach
  void aDamagedTable() {
    damaged = Sheet.of(SampleFiles.made("merge", "merged.csv")).set(0, "Latitude", "12")
        .set(0, "PropertyName", "<script>alert(1)</script>")
        .set(0, "Neighborhood", "<b>Ballard</b>").to(folder.resolve("damaged.csv"));
  }

  private StepOutcome validate(Path table, String... more) {
    return SampleFiles.call("validate").with("--table", table).into(folder).run(more);
  }

  /// The numbers in the first line of the log: errors, warnings, rows.
  private static List<String> counts(StepOutcome outcome) {
    return PageReader.numbers(outcome.err().lines().findFirst().orElseThrow());
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  @Test
  void theSamplesAreValid() throws IOException {
    StepOutcome outcome = validate(SampleFiles.made("merge", "merged.csv")).ok();
    assertEquals("valid=true\n", outcome.out());
    assertEquals(List.of("0", "67", "1,029"), counts(outcome));
    JsonObject report = json(folder.resolve("validation.json"));
    assertTrue(report.get("valid").getAsBoolean());
    assertEquals(858, report.get("rows_used").getAsInt());
    assertEquals(67, report.getAsJsonArray("findings").size());
  }

  @Test
  void theCitysOwnTablesCanBeValidatedAsWell() {
    validate(SampleFiles.DATA_2015).ok();
    validate(SampleFiles.DATA_2016).ok();
  }

  @Test
  void aTableThatIsNotValidEndsTheCommandAfterThePageIsSaved() throws IOException {
    StepOutcome outcome = validate(damaged);
    assertEquals(1, outcome.exit());
    assertEquals("valid=false\n", outcome.out());
    assertEquals(List.of("1", "69", "1,029"), counts(outcome));
    // [ValidationPageTest] has how a finding becomes a line of the log.
    assertTrue(outcome.err().contains(" 2015, building 1, line 2: Latitude 12 "), outcome.err());
    assertFalse(json(folder.resolve("validation.json")).get("valid").getAsBoolean());
    assertFalse(PageReader.read(folder.resolve("validation.html")).bad().isEmpty());
  }

  @Test
  void itEndsSoEvenIfTheVerdictGoesToAFile() throws IOException {
    Path verdict = folder.resolve("verdict");
    StepOutcome outcome = validate(damaged, "--valid=" + verdict);
    assertEquals(1, outcome.exit());
    assertEquals("", outcome.out());
    assertEquals("false", Files.readString(verdict));
  }

  @Test
  void aTaskEndsWellAndLeavesTheVerdictAndTheCounts() throws IOException {
    Path output = folder.resolve("executor_output.json");
    String message = """
        {"inputs": {}, "outputs": {"outputFile": "%s", "artifacts": {
        "validation": {"artifacts": [{"name": "validation", "uri": "s3://b/r", "metadata": {}}]},
        "validation_page": {"artifacts": [{"name": "validation_page", "uri": "s3://b/p",
        "metadata": {}}]}}}}
        """.formatted(output);
    validate(damaged, "--valid=" + folder.resolve("verdict"), "--executor-input", message).ok();
    assertEquals("false", Files.readString(folder.resolve("verdict")));
    JsonObject metadata = json(output).getAsJsonObject("artifacts").getAsJsonObject("validation")
        .getAsJsonArray("artifacts").get(0).getAsJsonObject().getAsJsonObject("metadata");
    assertEquals(1, metadata.get("errors").getAsInt());
    assertEquals(69, metadata.get("warnings").getAsInt());
    assertEquals(1, metadata.get("error_impossible").getAsInt());
  }

  @Test
  void aFindingHasItsRuleSeverityRowColumnAndValue() throws IOException {
    validate(damaged);
    JsonObject report = json(folder.resolve("validation.json"));
    assertEquals(JsonParser.parseString("""
        {"rule": "impossible", "severity": "error", "year": 2015, "building": "1", "line": 2,
        "used": true, "column": "Latitude", "value": "12", "message": "is less than 47.48"}
        """), report.getAsJsonArray("findings").get(0));
    assertEquals(JsonParser.parseString("""
        {"rule": "impossible", "severity": "error",
        "what": "a number is impossible for a building of the city", "count": 1, "listed": 1}
        """), report.getAsJsonArray("rules").get(0));
  }

  @Test
  void everyColumnIsDescribedForeveryYear() throws IOException {
    validate(SampleFiles.made("merge", "merged.csv")).ok();
    JsonArray columns = json(folder.resolve("validation.json")).getAsJsonArray("columns");
    assertEquals(46 * 2, columns.size());
    JsonObject steam = column(columns, "SteamUse(kBtu)", 2015);
    assertEquals(List.of("column", "unit", "year", "rows", "missing", "distinct", "min", "p01",
        "p25", "median", "p75", "p99", "max", "mean"), List.copyOf(steam.keySet()));
    assertEquals(516, steam.get("rows").getAsInt());
    assertEquals(4, steam.get("missing").getAsInt());
    assertEquals(4_933_149, steam.get("max").getAsDouble());
    JsonObject type = column(columns, "BuildingType", 2016);
    assertEquals(JsonParser.parseString("{\"value\": \"NonResidential\", \"rows\": 423}"),
        type.getAsJsonArray("top").get(0));
  }

  private static JsonObject column(JsonArray columns, String name, int year) {
    for (JsonElement element : columns) {
      JsonObject column = element.getAsJsonObject();
      if (column.get("column").getAsString().equals(name)
          && column.get("year").getAsInt() == year) {
        return column;
      }
    }
    throw new IllegalArgumentException(name);
  }

  @Test
  void thePageNeedsNothingElseAndRunsNothingThatTheDataSays() throws IOException {
    validate(damaged);
    String page = Files.readString(folder.resolve("validation.html"));
    assertTrue(page.length() < 400_000, () -> "" + page.length());
    assertFalse(PageReader.plain(page).matches("(?s).*(https?://|<script|<link|@import|url\\().*"));
    assertTrue(PageReader.of(page).texts("td").stream().anyMatch(cell -> cell.contains("<B>BALLARD</B>")), page);
  }

  @Test
  void aTableOfAnotherCityIsValidatedByItsFile() throws IOException {
    Path city = Files.writeString(folder.resolve("town.yaml"), """
        name: Town
        rows: {modelled: {column: BuildingType, begins with: NonResidential}}
        place: {latitude: [10, 20]}
        """);
    StepOutcome outcome = validate(damaged, "--city=" + city);
    assertEquals(1, outcome.exit());
    assertTrue(outcome.err().contains("Latitude 47.552 is more than 20"), outcome.err());
    assertFalse(outcome.err().contains("Latitude 12 "), outcome.err());
    assertFalse(outcome.err().contains("warning category"), outcome.err());
    assertEquals(2, validate(damaged, "--city=atlantis").exit());
  }

  @Test
  void theSameTableGivesTheSameBytes() throws IOException {
    validate(damaged, "--threads=1");
    byte[] first = Files.readAllBytes(folder.resolve("validation.json"));
    Path elsewhere = Files.copy(damaged, folder.resolve("elsewhere.csv"));
    validate(elsewhere, "--threads=2");
    assertEquals(new String(first), Files.readString(folder.resolve("validation.json")));
  }
}
