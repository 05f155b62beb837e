// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.Bundles;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.StepCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `predict --last-year`: the sample rows of 2016 with those of 2015.
class LastYearTest {
  private static final String ID = "OSEBuildingID";
  private static final String TONNES = "GHGEmissions(MetricTonsCO2e)";
  private static final Path OLDER = Path.of("..", "model", "src", "test", "resources", "io",
      "carbonflow", "model", "bundle", "bundle-3.carbonflow").toAbsolutePath().normalize();
  @TempDir Path folder;

  private StepCall predict(Path lastYear) {
    return SampleFiles.call("predict").with("--rows", SampleFiles.DATA_2016)
        .with("--last-year", lastYear).into(folder);
  }

  private Sheet predictions() {
    return Sheet.of(folder.resolve("predictions.csv"));
  }

  private JsonObject report() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("prediction.json")))
        .getAsJsonObject();
  }

  private long count(String method) {
    return predictions().keep("method", method::equals).size();
  }

  @Test
  void eachRowSaysWhichWayItWasPredicted() throws IOException {
    String err = predict(SampleFiles.DATA_2015).run().ok().err();
    Sheet sheet = predictions();
    assertEquals(List.of(ID, "DataYear", "predicted_tonnes", "lower_tonnes", "upper_tonnes",
        "mean_tonnes", "outside_training", "measured_tonnes", "property_type", "property_name", "method"),
        sheet.header());
    long known = count("last_year_residual");
    assertTrue(known > 100 && known < sheet.size(), known + " of " + sheet.size());
    assertEquals(sheet.size(), known + count("model"));
    assertTrue(err.contains(String.format(Locale.ROOT,
        "%,d of %,d rows were predicted from their last year\n", known, sheet.size())), err);
    JsonObject methods = report().getAsJsonObject("predicted_by_method");
    assertEquals(known, methods.get("last_year_residual").getAsLong());
    assertEquals(count("model"), methods.get("model").getAsLong());
    for (int row = 0; row < sheet.size(); row++) {
      assertTrue(sheet.number(row, "lower_tonnes") <= sheet.number(row, "predicted_tonnes"));
      assertTrue(sheet.number(row, "upper_tonnes") >= sheet.number(row, "predicted_tonnes"));
    }
  }

  @Test
  void rowsByTheModelAreAsWithoutLastYear() {
    predict(SampleFiles.DATA_2015).run().ok();
    Sheet known = predictions();
    predict(SampleFiles.DATA_2015).without("--last-year").run().ok();
    Sheet plain = predictions();
    assertFalse(plain.header().contains("method"));
    for (int row = 0; row < plain.size(); row++) {
      if (known.get(row, "method").equals("model")) {
        assertEquals(plain.rows().get(row), known.rows().get(row).subList(0, plain.header().size()));
      }
    }
  }

  @Test
  void aModelWithoutMetersTakesLastYearsTonnes() {
    Path bundle = folder.resolve("unmetered.carbonflow");
    Bundles.unmetered(folder.resolve("prepared")).save(bundle);
    predict(SampleFiles.DATA_2015).with("--bundle", bundle).run().ok();
    Map<String, String> then = new HashMap<>();
    Sheet before = Sheet.of(SampleFiles.DATA_2015);
    for (int row = 0; row < before.size(); row++) {
      then.put(before.get(row, ID), before.get(row, TONNES));
    }
    Sheet known = predictions().keep("method", "last_year_tonnes"::equals);
    assertTrue(known.size() > 100);
    for (int row = 0; row < known.size(); row++) {
      assertEquals(Double.parseDouble(then.get(known.get(row, ID))),
          known.number(row, "predicted_tonnes"));
      assertEquals("", known.get(row, "lower_tonnes"));
    }
  }

  @Test
  void rowsOfLastYearThatCannotBeUsedAreCountedWithTheirReason() throws IOException {
    predict(SampleFiles.DATA_2015).run().ok();
    long all = count("last_year_residual");
    String known = predictions().keep("method", "last_year_residual"::equals).get(0, ID);
    String other = predictions().keep("method", "last_year_residual"::equals).get(1, ID);
    Sheet sheet = Sheet.of(SampleFiles.DATA_2015);
    for (int row = 0; row < sheet.size(); row++) {
      if (List.of(known, other).contains(sheet.get(row, ID))) {
        sheet.set(row, TONNES, "");
      }
    }
    String err = predict(sheet.to(folder.resolve("2015.csv"))).run().ok().err();
    assertEquals(all - 2, count("last_year_residual"));
    assertTrue(err.matches("(?s).*\\n[^\\n]* rows? of last year's table cannot be used, so the model predicted"
        + " the buildings: [^\\n]*\\b2 because TotalGHGEmissions is missing\\b.*"), err);
    assertEquals(2, report().getAsJsonObject("last_year_not_used_by_reason")
        .get("TotalGHGEmissions is missing").getAsInt());
  }

  @Test
  void whereNoBuildingIsInBothTablesALineSaysSo() {
    Sheet sheet = Sheet.of(SampleFiles.DATA_2015);
    for (int row = 0; row < sheet.size(); row++) {
      sheet.set(row, ID, "x" + sheet.get(row, ID));
    }
    String err = predict(sheet.to(folder.resolve("2015.csv"))).run().ok().err();
    assertTrue(err.contains("no row is of a building that last year's table tells of: all were predicted by"
        + " the model\n"), err);
    assertEquals(predictions().size(), count("model"));
  }

  @Test
  void whatIsNoLastYearIsRefusedAndNothingIsWritten() {
    predict(SampleFiles.DATA_2016).run().fails(SampleFiles.DATA_2016,
        "has no year before 2016, the newest of the rows to predict: its first is 2016",
        "give the table of an earlier year");
    Path without = Sheet.of(SampleFiles.DATA_2015).drop(TONNES).to(folder.resolve("without.csv"));
    predict(without).run().fails(without,
        "has no column TotalGHGEmissions or GHGEmissions(MetricTonsCO2e)");
    Path none = folder.resolve("none.csv");
    predict(none).run().fails(none);
    assertFalse(Files.exists(folder.resolve("predictions.csv")));
  }

  @Test
  void anOlderBundlePredictsSuchRowsWithoutIntervals() {
    String err = predict(SampleFiles.DATA_2015).with("--bundle", OLDER).run().ok().err();
    assertTrue(err.contains("rows predicted from their last year have no intervals: the bundle is an older"
        + " one, or of too few buildings with two years\n"), err);
    Sheet sheet = predictions();
    for (int row = 0; row < sheet.size(); row++) {
      assertEquals(sheet.get(row, "method").equals("model"), !sheet.get(row, "upper_tonnes").isEmpty());
    }
  }

  @Test
  void reasonsAreThoseOfTheModelAndALineSaysSo() {
    Path few = Sheet.of(SampleFiles.DATA_2016).keep(ID, id -> id.endsWith("17"))
        .to(folder.resolve("few.csv"));
    String err = predict(SampleFiles.DATA_2015).with("--rows", few).with("--explain", true).run().ok()
        .err();
    assertTrue(err.contains("reasons explain what the model says of a row by itself, without its last"
        + " year\n"), err);
    assertEquals(List.of("property_name", "method", "reasons"),
        predictions().header().subList(9, 12));
  }

  @Test
  void aLevelThatYearToYearErrorsCannotTellIsRefused() {
    predict(SampleFiles.DATA_2015).with("--level", 0.998).run().fails("--level: 0.998 is more than");
  }

  @Test
  void lastYearMayBeManyTablesOrOneOfAllYears() throws IOException {
    predict(SampleFiles.DATA_2015).run().ok();
    String known = Files.readString(folder.resolve("predictions.csv"));
    for (Object given : List.of(SampleFiles.DATA_2016 + "," + SampleFiles.DATA_2015,
        SampleFiles.DATA_2015.getParent() + "/", SampleFiles.made("merge", "merged.csv"))) {
      SampleFiles.call("predict").with("--rows", SampleFiles.DATA_2016).with("--last-year", given).into(folder).run().ok();
      assertEquals(known, Files.readString(folder.resolve("predictions.csv")), given.toString());
    }
  }
}
