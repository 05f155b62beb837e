// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows that lie outside of what the model was trained on.
class OutsideTest {
  @TempDir Path folder;

  @Test
  void aRowIsFlaggedWithWhatIsUnusualAndCounted() throws Exception {
    Sheet rows = Sheet.of(SampleFiles.DATA_2016);
    rows.set(0, "LargestPropertyUseTypeGFA", "12000000").set(1, "Neighborhood", "Atlantis")
        .set(1, "YearBuilt", "1805").set(2, "DataYear", "2031").set(2, "Neighborhood", "Atlantis");
    String err = SampleFiles.call("predict").with("--rows", rows.to(folder.resolve("rows.csv")))
        .into(folder).run().ok().err();
    Sheet predictions = Sheet.of(folder.resolve("predictions.csv"));
    String large = predictions.get(0, "outside_training");
    assertTrue(large.matches(
        "floor area 12,[0-9]{3},[0-9]{3} sq ft is above the largest seen, [0-9,]+ sq ft.*"), large);
    String old = predictions.get(1, "outside_training");
    assertTrue(old.matches("age 211 years is above the largest seen, [0-9]+ years; .*"
        + "Neighborhood ATLANTIS was never seen.*"), old);
    String late = predictions.get(2, "outside_training");
    assertTrue(late.contains("data year 2031 is above the largest seen, 2016"), late);

    long flagged = predictions.column("outside_training").stream().filter(text -> !text.isEmpty()).count();
    JsonObject counts = JsonParser.parseString(
            Files.readString(folder.resolve("prediction.json")))
        .getAsJsonObject().getAsJsonObject("outside_training");
    assertEquals(flagged, counts.get("rows").getAsLong());
    assertEquals(1, counts.getAsJsonObject("by").get("floor area").getAsInt());
    assertEquals(1, counts.getAsJsonObject("by").get("data year").getAsInt());
    assertEquals(2, counts.getAsJsonObject("by").get("Neighborhood").getAsInt());
    assertTrue(err.contains(flagged + " rows lie outside of the training data"), err);
    assertTrue(flagged < predictions.size() / 10, flagged + " of " + predictions.size());
  }

  /// Each table of a new year would be flagged from its first row to its last.
  @Test
  void theYearAloneIsNoReason() {
    SampleFiles.call("predict").with("--rows", SampleFiles.DATA_2016).into(folder).run().ok();
    List<String> before = Sheet.of(folder.resolve("predictions.csv")).column("outside_training");
    Sheet rows = Sheet.of(SampleFiles.DATA_2016);
    IntStream.range(0, rows.size()).forEach(row -> rows.set(row, "DataYear", "2017"));
    SampleFiles.call("predict").with("--rows", rows.to(folder.resolve("rows.csv"))).into(folder).run()
        .ok();
    List<String> after = Sheet.of(folder.resolve("predictions.csv")).column("outside_training");
    assertEquals(before.size(), after.size());
    assertTrue(after.stream().filter(String::isEmpty).count() > 0.9 * after.size());
    assertTrue(after.stream().noneMatch(
        text -> text.equals("data year 2017 is above the largest seen, 2016")));
  }

  @Test
  void noTrainingRowIsFlagged() {
    Path rows = Sheet.of(SampleFiles.made("clean", "rows.csv")).keep("in_train", "True"::equals)
        .to(folder.resolve("rows.csv"));
    SampleFiles.call("predict").with("--rows", rows).into(folder).run().ok();
    Sheet predictions = Sheet.of(folder.resolve("predictions.csv"));
    assertTrue(predictions.column("outside_training").stream().allMatch(String::isEmpty));
  }
}
