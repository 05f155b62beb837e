// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonParser;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/// Whatever stands in the cells of a table, it is described and judged: never an exception.
class BrokenCellsTest {
  private static final List<String> CELLS = List.of("", " ", "NULL", "NaN", "-1", "0", "1e308",
      "-1e308", "5e-324", "1e999", "9".repeat(400), "x".repeat(100_000), "1,5", "0x1F", "∞",
      "<td>", "{'latitude':", "True", "2016.5", "99999", "\"", "a\nb");
  @TempDir Path folder;

  @RepeatedTest(40)
  void aTableOfAnythingIsJudged(RepetitionInfo info) throws Exception {
    Random random = new Random(info.getCurrentRepetition());
    Sheet sheet = Sheet.of(info.getCurrentRepetition() % 2 == 0
        ? SampleFiles.DATA_2015 : SampleFiles.made("merge", "merged.csv"));
    while (sheet.size() > 80) {
      sheet.rows().removeLast();
    }
    int broken = 1 << random.nextInt(11);
    for (int i = 0; i < broken; i++) {
      sheet.set(random.nextInt(sheet.size()),
          sheet.header().get(random.nextInt(sheet.header().size())),
          CELLS.get(random.nextInt(CELLS.size())));
    }
    StepOutcome outcome = SampleFiles.call("validate")
        .with("--table", sheet.to(folder.resolve("table.csv"))).into(folder).run();
    assertFalse(outcome.err().contains("unexpected"), outcome.err());
    assertTrue(outcome.err().lines().allMatch(line -> line.length() < 400), outcome.err());
    boolean valid = JsonParser.parseString(Files.readString(folder.resolve("validation.json")))
        .getAsJsonObject().get("valid").getAsBoolean();
    assertEquals(valid ? 0 : 1, outcome.exit());
  }
}
