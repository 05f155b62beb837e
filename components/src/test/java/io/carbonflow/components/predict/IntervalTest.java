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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The intervals in the table of predictions.
class IntervalTest {
  /// A bundle of version 1, as the release before intervals wrote it.
  private static final Path OLDER = Path.of("..", "model", "src", "test", "resources", "io",
      "carbonflow", "model", "bundle", "bundle-1.carbonflow").toAbsolutePath().normalize();
  @TempDir Path folder;

  private Sheet at(double level) {
    SampleFiles.call("predict").with("--level", level).into(folder).run().ok();
    return Sheet.of(folder.resolve("predictions.csv"));
  }

  private JsonObject report() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("prediction.json")))
        .getAsJsonObject();
  }

  @Test
  void everyPredictionLiesWithinAnIntervalThatIsNeverNegative() {
    Sheet predictions = Sheet.of(SampleFiles.made("predict", "predictions.csv"));
    for (int row = 0; row < predictions.size(); row++) {
      double lower = predictions.number(row, "lower_tonnes");
      double tonnes = predictions.number(row, "predicted_tonnes");
      double upper = predictions.number(row, "upper_tonnes");
      assertTrue(0 <= lower && lower < tonnes && tonnes < upper, lower + " " + tonnes);
    }
  }

  /// The intervals of evaluate are those of the bundle.
  @Test
  void theCoverageInTheMetricsIsThatOfTheTable() throws IOException {
    JsonObject interval = JsonParser.parseString(
            Files.readString(SampleFiles.made("evaluate", "metrics.json")))
        .getAsJsonObject().getAsJsonObject("interval");
    Sheet predictions = Sheet.of(SampleFiles.made("predict", "predictions.csv"));
    double[] actual = Sheet.of(SampleFiles.made("prepare", "held-out.csv"))
        .numbers("TotalGHGEmissions");
    double covered = 0;
    double width = 0;
    for (int row = 0; row < actual.length; row++) {
      double lower = predictions.number(row, "lower_tonnes");
      double upper = predictions.number(row, "upper_tonnes");
      covered += lower <= actual[row] && actual[row] <= upper ? 1 : 0;
      width += upper - lower;
    }
    assertEquals(0.9, interval.get("level").getAsDouble());
    assertEquals(covered / actual.length, interval.get("coverage").getAsDouble(), 1e-12);
    assertEquals(
        width / actual.length, interval.get("mean_width_tonnes").getAsDouble(), 1e-6);
  }

  @Test
  void aHigherLevelGivesWiderIntervalsAboutTheSamePredictions() throws IOException {
    Sheet half = at(0.5);
    assertEquals(0.5, report().get("level").getAsDouble());
    Sheet most = at(0.95);
    assertEquals(0.95, report().get("level").getAsDouble());
    for (int row = 0; row < half.size(); row++) {
      assertEquals(half.get(row, "predicted_tonnes"), most.get(row, "predicted_tonnes"));
      assertTrue(half.number(row, "lower_tonnes") > most.number(row, "lower_tonnes"));
      assertTrue(half.number(row, "upper_tonnes") < most.number(row, "upper_tonnes"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "90", "-0.5", "most", ""})
  void aLevelThatIsNoneIsWrongUse(String level) {
    SampleFiles.call("predict").with("--level", level).into(folder).run().isWrongUse("--level: ");
  }

  @Test
  void aLevelThatTheTrainingBuildingsCannotTellIsRefusedWithTheHighest() {
    SampleFiles.call("predict").with("--level", 0.999).into(folder).run()
        .fails("--level: 0.999 is more than", "model.carbonflow", "ask for at most 0.99");
    assertFalse(Files.exists(folder.resolve("predictions.csv")));
  }

  @Test
  void anOlderBundlePredictsWithoutIntervals() throws IOException {
    String err = SampleFiles.call("predict").with("--bundle", OLDER).into(folder).run().ok().err();
    assertTrue(err.contains("no intervals: the bundle is an older one"), err);
    Sheet predictions = Sheet.of(folder.resolve("predictions.csv"));
    assertTrue(predictions.size() > 200);
    assertEquals("", predictions.get(0, "lower_tonnes"));
    assertEquals("", predictions.get(0, "upper_tonnes"));
    assertFalse(report().has("level"));
  }

  @Test
  void anOlderBundleWithAnSvmIsNotExplained() {
    SampleFiles.call("predict").with("--bundle", OLDER).with("--explain", true).into(folder).run()
        .fails(OLDER, "was written before predictions of an SVM could be explained",
            "predict without --explain");
  }
}
