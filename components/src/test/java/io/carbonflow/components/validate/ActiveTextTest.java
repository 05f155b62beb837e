// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.page.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Text of a table that would move a terminal's cursor, or turn the order of what follows.
class ActiveTextTest {
  private static final String ACTIVE = "\u202Esgnidliub\u001B[2J";
  @TempDir Path folder;

  private StepOutcome call(String step, String option) {
    Sheet sheet = Sheet.of(SampleFiles.DATA_2016);
    for (int row = 0; row < 30; row++) {
      sheet.set(row, "BuildingType", "NonResidential" + ACTIVE + row)
          .set(row, "Neighborhood", ACTIVE).set(row, "LargestPropertyUseType", ACTIVE)
          .set(row, "OSEBuildingID", ACTIVE + row);
    }
    sheet.set(30, "YearBuilt", ACTIVE).set(31, "YearBuilt", "x".repeat(300_000));
    return SampleFiles.call(step).with(option, sheet.to(folder.resolve("rows.csv"))).into(folder).run();
  }

  private static void assertIsPassive(String text, String where) {
    assertEquals(List.of(), text.codePoints()
        .filter(point -> point == 0x202E || Character.isISOControl(point) && point != '\n' && point != '\t')
        .mapToObj(Integer::toHexString).distinct().toList(), where);
  }

  @Test
  void isShownByItsCodeInTheLogAndThePageOfAValidation() throws IOException {
    StepOutcome outcome = call("validate", "--table");
    assertIsPassive(outcome.err(), "the log");
    assertTrue(outcome.err().contains("\\u202Esgnidliub"), outcome.err());
    assertTrue(outcome.err().lines().allMatch(line -> line.length() < 400), outcome.err());
    assertIsPassive(Files.readString(folder.resolve("validation.html")), "the page");
  }

  @Test
  void isShownByItsCodeInTheLogOfAPrediction() throws IOException {
    StepOutcome outcome = call("predict", "--rows").ok();
    assertIsPassive(outcome.err(), "the log");
    String report = Files.readString(folder.resolve("prediction.json"));
    assertTrue(report.length() < 600_000, report.length() + " characters");
  }

  @Test
  void idsAreDataAndStandAsTheyAreInTheTables() {
    Sheet sheet = Sheet.of(SampleFiles.DATA_2016).keep("OSEBuildingID", id -> id.matches("[1-9]"));
    String formula = "=cmd|'/C calc'!A1";
    sheet.set(0, "OSEBuildingID", formula);
    SampleFiles.call("predict").with("--rows", sheet.to(folder.resolve("rows.csv"))).into(folder).run()
        .ok();
    assertEquals(formula, Sheet.of(folder.resolve("predictions.csv")).get(0, "OSEBuildingID"));
  }

  @Test
  void isShownByItsCodeOnAnyPage() {
    assertEquals("&lt;b>\\u202E", Page.escaped("<b>\u202E"));
  }
}
