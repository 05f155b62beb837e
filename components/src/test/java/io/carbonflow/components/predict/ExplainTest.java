// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.base.fault.Place;
import io.carbonflow.components.StepCall;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.Member;
import io.carbonflow.model.regressor.StoredRegressor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `predict --explain`: what each feature adds to each prediction.
class ExplainTest {
  private static final List<String> FEATURES = List.of("floor area", "parking", "uses", "floors",
      "buildings", "age", "data year", "location", "ENERGY STAR score", "fuels");
  @TempDir Path folder;

  private static StepCall predict() {
    return SampleFiles.call("predict");
  }

  /// A bundle of one of the models that were trained, as train-best would have written it had that
  /// model been the best.
  private Path bundleOf(String estimator) throws IOException {
    if (estimator.equals("best")) {
      return SampleFiles.made("train-best", "model.carbonflow");
    }
    Path step = SampleFiles.made("train-" + estimator.replace('_', '-'), "model.bin");
    Bundle best = Bundle.load(SampleFiles.made("train-best", "model.carbonflow"));
    Path file = folder.resolve("model.carbonflow");
    new Bundle(estimator, List.of(new Member(estimator, Map.of())), best.transformer(), best.scale(),
        StoredRegressor.read(Files.readAllBytes(step), Place.of(step)), best.intervals(), best.totals(),
        best.lastYearErrors(), best.trainingRows(), best.provenance(), best.city()).save(file);
    return file;
  }

  private JsonObject explained() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("prediction.json")))
        .getAsJsonObject().getAsJsonObject("explained");
  }

  @ParameterizedTest
  @CsvSource({"random_forest, true", "xgboost, true", "svm, false", "best, false"})
  void baseAndContributionsAddUpToTheLogarithmOfEveryPrediction(String model, boolean exact)
      throws IOException {
    predict().with("--bundle", bundleOf(model)).into(folder).run("--explain").ok();
    Sheet predictions = Sheet.of(folder.resolve("predictions.csv"));
    Sheet explanations = Sheet.of(folder.resolve("explanations.csv"));
    Map<String, Double> sums = new LinkedHashMap<>();
    double errors = 0;
    for (int row = 0; row < explanations.size(); row++) {
      assertEquals(FEATURES.get(row % FEATURES.size()), explanations.get(row, "feature"));
      String key = String.join(" ", explanations.rows().get(row).subList(0, 2));
      sums.merge(key, explanations.number(row, "contribution"), Double::sum);
      if (row % FEATURES.size() == 0) {
        sums.merge(key, explanations.number(row, "base"), Double::sum);
      }
      errors += explanations.number(row, "standard_error");
    }
    assertEquals(predictions.size(), sums.size());
    for (List<String> row : predictions.rows()) {
      assertEquals(Math.log(Double.parseDouble(row.get(2))),
          sums.get(row.get(0) + " " + row.get(1)), 1e-5);
    }
    assertEquals(exact, errors == 0);
    assertEquals(predictions.size(), explained().get("rows").getAsInt());
    assertEquals("log(tonnes)", explained().get("scale").getAsString());
    assertTrue(explained().get("largest_gap").getAsDouble() < 1e-5);
    assertEquals(exact, explained().get("mean_standard_error").getAsDouble() == 0);
  }

  @Test
  void aLineOfThePredictionsNamesTheThreeMainReasons() {
    predict().into(folder).run("--explain").ok();
    Sheet predictions = Sheet.of(folder.resolve("predictions.csv"));
    assertEquals("reasons", predictions.header().getLast());
    for (int row = 0; row < predictions.size(); row++) {
      String reasons = predictions.get(row, "reasons");
      assertTrue(reasons.matches("(\\S.* × [0-9]+\\.[0-9]{2}(; |$)){3}"), reasons);
    }
    assertTrue(predictions.rows().stream().anyMatch(
        row -> row.getLast().matches(".*floor area [0-9,]+ sq ft × .*")));
  }

  @Test
  void withoutItThereAreNoReasonsAndTheTableIsAHeader() throws IOException {
    Sheet explanations = Sheet.of(SampleFiles.made("predict", "explanations.csv"));
    assertEquals(0, explanations.size());
    assertEquals(List.of("OSEBuildingID", "DataYear", "feature", "value", "contribution",
        "standard_error", "base", "prediction"), explanations.header());
    predict().with("--explain", false).into(folder).run().ok();
    for (String file : List.of("predictions.csv", "explanations.csv", "prediction.json")) {
      assertEquals(-1, Files.mismatch(SampleFiles.made("predict", file), folder.resolve(file)), file);
    }
  }

  @Test
  void oneThreadAndTwoGiveTheSameBytesAndARowTheSameAmongOthers() throws IOException {
    predict().into(folder.resolve("1")).run("--explain", "--threads=1").ok();
    predict().into(folder.resolve("2")).run("--explain", "--threads=2").ok();
    for (String file : List.of("predictions.csv", "explanations.csv", "prediction.json")) {
      assertEquals(-1,
          Files.mismatch(folder.resolve("1").resolve(file), folder.resolve("2").resolve(file)));
    }
    Sheet rows = Sheet.of(SampleFiles.made("prepare", "held-out.csv"));
    Path last = new Sheet(rows.header(), List.of(rows.rows().getLast()))
        .to(folder.resolve("rows.csv"));
    predict().with("--rows", last).into(folder.resolve("3")).run("--explain").ok();
    List<List<String>> all = Sheet.of(folder.resolve("1/explanations.csv")).rows();
    assertEquals(all.subList(all.size() - FEATURES.size(), all.size()),
        Sheet.of(folder.resolve("3/explanations.csv")).rows());
  }

  @Test
  void aWordThatIsNeitherTrueNorFalseIsWrongUse() {
    predict().into(folder).run("--explain=perhaps")
        .isWrongUse("--explain: 'perhaps' is neither true nor false");
  }
}
