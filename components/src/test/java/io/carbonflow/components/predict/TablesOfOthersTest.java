// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.StepOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables that say less than those of 2015 and 2016, or say it in another way.
class TablesOfOthersTest {
  private static final String ENERGY = "SiteEnergyUse(kBtu)";
  private static final List<String> FUELS =
      List.of("Electricity(kBtu)", "NaturalGas(kBtu)", "SteamUse(kBtu)");
  @TempDir Path folder;

  private StepOutcome predict(Consumer<Sheet> change) {
    Sheet sheet = Sheet.of(SampleFiles.DATA_2016);
    change.accept(sheet);
    return SampleFiles.call("predict").with("--rows", sheet.to(folder.resolve("rows.csv")))
        .with("--explain", true).into(folder).run();
  }

  private List<String> predictions() throws IOException {
    return Files.readAllLines(folder.resolve("predictions.csv"));
  }

  private JsonObject report() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("prediction.json")))
        .getAsJsonObject();
  }

  private static void each(Sheet sheet, String column, UnaryOperator<String> change) {
    for (int row = 0; row < sheet.size(); row++) {
      sheet.set(row, column, change.apply(sheet.get(row, column)));
    }
  }

  /// Takes the zeros away from rows in which the fuels are the whole.
  ///
  /// @return how many there were
  private static int blanksForZeros(Sheet sheet) {
    int blanks = 0;
    for (int row = 0; row < sheet.size(); row++) {
      int at = row;
      double fuels = FUELS.stream().mapToDouble(fuel -> number(sheet, at, fuel)).sum();
      boolean whole = Math.abs(fuels - number(sheet, row, ENERGY)) < 0.01 * fuels;
      for (String fuel : FUELS) {
        if (whole && number(sheet, row, fuel) == 0) {
          sheet.set(row, fuel, "");
          blanks++;
        }
      }
    }
    return blanks;
  }

  private static double number(Sheet sheet, int row, String column) {
    String cell = sheet.get(row, column);
    return cell.matches("-?[0-9.]+") ? Double.parseDouble(cell) : Double.NaN;
  }

  private static void noFuels(Sheet sheet) {
    each(sheet, FUELS.getFirst(), _ -> "");
  }

  @Test
  void aColumnOfAnotherNameIsReportedInTheFirstLinesAndInTheReport() throws IOException {
    String err = predict(sheet -> sheet.rename("ENERGYSTARScore", "EnergyStar_Scor")).ok().err();
    assertEquals("predict: the table lacks a column that features are made of; not known of any row:"
        + " ENERGY STAR score without ENERGYSTARScore (EnergyStar_Scor looks like it)", err.lines().toList().get(1));
    assertEquals("[{\"name\":\"ENERGYSTARScore\",\"feature\":\"ENERGY STAR score\",\"similar\":"
        + "\"EnergyStar_Scor\"}]", report().get("columns_missing").toString());
  }

  @Test
  void aTableThatLacksNothingIsReportedNothing() throws IOException {
    assertFalse(predict(_ -> { }).ok().err().contains("lacks"));
    assertEquals("[]", report().get("columns_missing").toString());
  }

  @Test
  void aBlankFuelIsAsAZeroWhereTheOthersAreTheWhole() throws IOException {
    predict(_ -> { }).ok();
    List<String> zeros = predictions();
    predict(sheet -> assertTrue(blanksForZeros(sheet) > 300)).ok();
    assertEquals(zeros, predictions());
  }

  @Test
  void whereMostRowsAreNotPredictedTheFirstLineSaysSoByReasonAndTheCommandFails()
      throws IOException {
    StepOutcome outcome = predict(sheet -> {
      noFuels(sheet);
      sheet.set(0, "YearBuilt", "old");
    });
    String first = outcome.err().lines().findFirst().orElseThrow();
    assertTrue(first.startsWith("predict: MOST ROWS ARE NOT PREDICTED: "), first);
    assertTrue(first.matches(".*: \\d+ because Electricity\\(kBtu\\), NaturalGas\\(kBtu\\) or"
        + " SteamUse\\(kBtu\\) is blank, and the other fuels do not add up to SiteEnergyUse\\(kBtu\\);"
        + ".*; 1 because a cell is missing or is not what its column holds.*"), first);
    assertEquals(1, outcome.exit());
    assertTrue(outcome.err().contains("most_predicted=false"), outcome.err());
    long skipped = report().getAsJsonArray("not_predicted").size();
    assertEquals(skipped, report().getAsJsonObject("not_predicted_by_reason").asMap().values()
        .stream().mapToLong(count -> count.getAsLong()).sum());
    assertEquals(report().get("predicted").getAsInt() + 1, predictions().size());
  }

  @Test
  void dwellingsAreNoSubjectAndSoNoneThatIsNotPredicted() {
    predict(sheet -> {
      for (int row = 20; row < sheet.size(); row++) {
        sheet.set(row, "BuildingType", "Multifamily LR (1-4)");
      }
    }).ok();
  }

  @Test
  void aTableOfDwellingsAloneIsNotPredicted() {
    StepOutcome outcome =
        predict(sheet -> each(sheet, "BuildingType", _ -> "Multifamily LR (1-4)"));
    assertEquals(1, outcome.exit(), outcome.err());
  }

  @Test
  void anExtremeNumberLeavesOutItsRowAndEndsNothing() throws IOException {
    predict(_ -> { }).ok();
    int before = report().getAsJsonArray("not_predicted").size();
    List<String> numbers = List.of("1e308", "-1e308", "1e-320", "4.9e-324", "-0.0", "NaN", "Infinity");
    List<String> columns = List.of(ENERGY, "YearBuilt", "NumberofBuildings", "Latitude",
        "PropertyGFATotal", "LargestPropertyUseTypeGFA", "ENERGYSTARScore", "Electricity(kBtu)",
        "NumberofFloors", "DataYear", "PropertyGFAParking", "TotalGHGEmissions");
    predict(sheet -> {
      for (int i = 0; i < columns.size() * numbers.size(); i++) {
        sheet.set(i, columns.get(i % columns.size()), numbers.get(i / columns.size()));
      }
    }).ok();
    JsonObject report = report();
    assertTrue(report.getAsJsonArray("not_predicted").size() > before);
    assertTrue(report.get("not_predicted").toString().contains("greater than 10^15 or next to nothing:"
        + " electricity's part of the energy"), report.get("not_predicted").toString());
    Sheet table = Sheet.of(folder.resolve("predictions.csv"));
    for (String column : List.of("predicted_tonnes", "lower_tonnes", "upper_tonnes")) {
      assertTrue(Arrays.stream(table.numbers(column)).allMatch(Double::isFinite), column);
    }
    Sheet reasons = Sheet.of(folder.resolve("explanations.csv"));
    assertTrue(Arrays.stream(reasons.numbers("contribution")).allMatch(Double::isFinite));
  }
}
