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
import io.carbonflow.components.StepCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the predictions of the rows of 2016 add up to.
class TotalsTest {
  private static final Path OLDER = Path.of("..", "model", "src", "test", "resources", "io",
      "carbonflow", "model", "bundle", "bundle-3.carbonflow").toAbsolutePath().normalize();
  @TempDir Path folder;

  private StepCall predict() {
    return SampleFiles.call("predict").with("--rows", SampleFiles.DATA_2016).into(folder);
  }

  private Sheet totals() {
    return Sheet.of(folder.resolve("totals.csv"));
  }

  private static double sum(Sheet sheet, String column) {
    return Arrays.stream(sheet.numbers(column)).sum();
  }

  @Test
  void theTotalIsThatOfTheMeansAndIsSaidOnStandardError() throws IOException {
    String err = predict().run().ok().err();
    Sheet predictions = Sheet.of(folder.resolve("predictions.csv"));
    assertEquals(List.of("by", "value", "buildings", "total_tonnes", "lower_tonnes", "upper_tonnes"),
        totals().header());
    assertEquals(1, totals().size());
    assertEquals("", totals().get(0, "by") + totals().get(0, "value"));
    assertEquals(predictions.size(), totals().number(0, "buildings"));
    double total = totals().number(0, "total_tonnes");
    assertEquals(sum(predictions, "mean_tonnes"), total, 1e-9 * total);
    assertTrue(total > 1.02 * sum(predictions, "predicted_tonnes"));
    double lower = totals().number(0, "lower_tonnes");
    double upper = totals().number(0, "upper_tonnes");
    assertTrue(lower < total && total < upper
        && upper - lower < sum(predictions, "upper_tonnes") - sum(predictions, "lower_tonnes"));
    assertTrue(Pattern.compile("^predict: they come to [0-9,]+ t \\([0-9,]+ to [0-9,]+\\)$",
        Pattern.MULTILINE).matcher(err).find(), err);
    JsonObject facts = JsonParser.parseString(Files.readString(folder.resolve("prediction.json")))
        .getAsJsonObject().getAsJsonObject("total");
    assertEquals(total, facts.get("tonnes").getAsDouble());
    assertEquals(lower, facts.get("lower_tonnes").getAsDouble());
    assertEquals(upper, facts.get("upper_tonnes").getAsDouble());
  }

  @Test
  void aTotalOfSeveralYearsSaysSo() {
    String err = predict().with("--rows", SampleFiles.made("merge", "merged.csv")).run().ok().err();
    assertTrue(Pattern.compile("^predict: they come to [^\n]+\\), 2015, 2016 together; --total-by=DataYear gives one total a year$",
        Pattern.MULTILINE).matcher(err).find(), err);
    err = predict().with("--rows", SampleFiles.made("merge", "merged.csv")).with("--total-by", "DataYear").run().err();
    assertTrue(Pattern.compile("^predict: they come to [^\n]+\\), 2015, 2016 together$", Pattern.MULTILINE)
        .matcher(err).find(), err);
  }

  @Test
  void byAColumnTheTotalsOfItsValuesComeToThatOfAll() {
    for (String column : List.of("Neighborhood", "PropertyType", "PrimaryPropertyType",
        "primarypropertytype", "CouncilDistrictCode", "DataYear")) {
      String err = predict().with("--total-by", column).run().ok().err();
      assertTrue(err.contains("predict:   " + column + " "), err);
      Sheet totals = totals();
      double parts = 0;
      double buildings = 0;
      for (int row = 1; row < totals.size(); row++) {
        assertEquals(column, totals.get(row, "by"));
        parts += totals.number(row, "total_tonnes");
        buildings += totals.number(row, "buildings");
      }
      assertEquals(totals.number(0, "total_tonnes"), parts, 1e-9 * parts, column);
      assertEquals(totals.number(0, "buildings"), buildings, column);
    }
  }

  /// Both years write neighborhoods and types in ways of their own.
  @Test
  void theCategoriesOfBothYearsAreOne() {
    predict().with("--rows", SampleFiles.made("merge", "merged.csv"))
        .with("--total-by", "Neighborhood").run().ok();
    Set<String> merged = new TreeSet<>(totals().column("value"));
    predict().with("--rows", SampleFiles.made("clean", "rows.csv"))
        .with("--total-by", "Neighborhood").run().ok();
    assertEquals(merged, new TreeSet<>(totals().column("value")));
    assertTrue(merged.contains("DOWNTOWN") && !merged.contains("Downtown"), merged.toString());
  }

  /// Rows that cannot be predicted lie between those that can.
  @Test
  void aColumnOfOnesOwnPartsTheTableIntoPortfolios() {
    Sheet sheet = Sheet.of(SampleFiles.DATA_2016);
    sheet.add("owner", row -> row % 2 == 0 ? "Ada" : "");
    predict().with("--rows", sheet.to(folder.resolve("rows.csv"))).with("--total-by", "owner")
        .run().ok();
    assertEquals(List.of("", "", "Ada"), totals().column("value"));
    List<String> ids = sheet.column("OSEBuildingID");
    Set<String> adas = IntStream.range(0, ids.size()).filter(row -> row % 2 == 0)
        .mapToObj(ids::get).collect(Collectors.toSet());
    Sheet predictions = Sheet.of(folder.resolve("predictions.csv"));
    double expected = IntStream.range(0, predictions.size())
        .filter(row -> adas.contains(predictions.get(row, "OSEBuildingID")))
        .mapToDouble(row -> predictions.number(row, "mean_tonnes")).sum();
    assertEquals(expected, totals().number(2, "total_tonnes"), 1e-9 * expected);
  }

  @Test
  void aColumnThatTheTableDoesNotHaveIsNamedWithWhatLooksLikeIt() {
    predict().with("--total-by", "Neighborhod").run().fails("line 1: --total-by names a column"
        + " Neighborhod that it does not have; did you mean Neighborhood?");
    predict().with("--total-by", "owner").run().fails("name one of its columns");
    assertFalse(Files.exists(folder.resolve("predictions.csv")));
  }

  @Test
  void anOlderBundleSaysThatItHasNoMeans() throws IOException {
    String err = predict().with("--bundle", OLDER).with("--total-by", "Neighborhood").run().ok().err();
    assertTrue(err.contains("predict: no total: the bundle is an older one"), err);
    assertEquals(0, totals().size());
    assertEquals("", Sheet.of(folder.resolve("predictions.csv")).get(0, "mean_tonnes"));
    assertFalse(Files.readString(folder.resolve("prediction.json")).contains("\"total\""));
  }

  @Test
  void ofNoRowsThereIsATotalOfNothing() {
    Path none = Sheet.of(SampleFiles.DATA_2016).keep("OSEBuildingID", _ -> false)
        .to(folder.resolve("none.csv"));
    String err = predict().with("--rows", none).with("--total-by", "Neighborhood").run().ok().err();
    assertFalse(err.contains("they come to"), err);
    assertEquals(1, totals().size());
    assertEquals("0", totals().get(0, "total_tonnes").replace(".0", ""));
  }

  /// A level of the predictions is that of their sum.
  @Test
  void aLowerLevelMakesItsIntervalNarrower() {
    predict().with("--level", 0.95).run().ok();
    double wide = totals().number(0, "upper_tonnes") - totals().number(0, "lower_tonnes");
    predict().with("--level", 0.5).run().ok();
    assertTrue(totals().number(0, "upper_tonnes") - totals().number(0, "lower_tonnes") < wide / 2);
  }
}
