// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.base.file.GoldenFile;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.page.PageReader;
import io.carbonflow.components.validate.check.Checks;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateTest {
  /// Those that the pipeline before this one had, and the ones that are always there.
  private static final List<String> PLOTS = List.of("model_performance_R2", "model_performance_MSE",
      "predicted_against_actual", "predicted_against_actual_tonnes", "residuals", "baselines",
      "errors_by_type", "errors_by_size", "errors_by_neighborhood", "errors_by_year", "totals_by_size", "calibration",
      "importance", "search_svm");
  @TempDir Path folder;

  private static JsonObject json(String step, String file) throws IOException {
    return JsonParser.parseString(Files.readString(SampleFiles.made(step, file))).getAsJsonObject();
  }

  private static double boxCox(double tonnes) {
    return (Math.pow(tonnes + 1, -0.1) - 1) / -0.1;
  }

  /// R², MSE, RMSE and MAE by their formulas.
  private static double[] scores(double[] actual, double[] predicted) {
    double mean = Arrays.stream(actual).average().orElseThrow();
    double square = 0;
    double absolute = 0;
    double spread = 0;
    for (int i = 0; i < actual.length; i++) {
      square += Math.pow(actual[i] - predicted[i], 2);
      absolute += Math.abs(actual[i] - predicted[i]);
      spread += Math.pow(actual[i] - mean, 2);
    }
    double mse = square / actual.length;
    return new double[] {1 - square / spread, mse, Math.sqrt(mse), absolute / actual.length};
  }

  private static double[] read(JsonObject scores) {
    return Stream.of("r2", "mse", "rmse", "mae").mapToDouble(n -> scores.get(n).getAsDouble())
        .toArray();
  }

  @Test
  void theBestModelsScoresAreThoseOfTheBundlesPredictions() throws IOException {
    JsonObject metrics = json("evaluate", "metrics.json");
    JsonObject best = metrics.getAsJsonObject("models")
        .getAsJsonObject(metrics.get("best_model").getAsString());
    double[] predicted = Sheet.of(SampleFiles.made("predict", "predictions.csv"))
        .numbers("predicted_tonnes");
    double[] actual = Sheet.of(SampleFiles.made("prepare", "held-out.csv"))
        .numbers("TotalGHGEmissions");
    assertArrayEquals(
        scores(actual, predicted), read(best.getAsJsonObject("tonnes")), 1e-6);
    assertArrayEquals(scores(Arrays.stream(actual).map(EvaluateTest::boxCox).toArray(),
        Arrays.stream(predicted).map(EvaluateTest::boxCox).toArray()), read(best), 1e-6);
  }

  @Test
  void whatPredictionsAddUpToIsThatOfTheTables() throws IOException {
    JsonObject totals = json("evaluate", "metrics.json").getAsJsonObject("totals");
    Sheet predictions = Sheet.of(SampleFiles.made("predict", "predictions.csv"));
    double[] means = predictions.numbers("mean_tonnes");
    double[] actual = Sheet.of(SampleFiles.made("prepare", "held-out.csv"))
        .numbers("TotalGHGEmissions");
    double measured = Arrays.stream(actual).sum();
    assertEquals(measured, totals.get("actual_tonnes").getAsDouble(), 1e-6);
    assertEquals(Arrays.stream(means).sum() / measured,
        totals.get("means_over_actual").getAsDouble(), 1e-9);
    assertEquals(Arrays.stream(predictions.numbers("predicted_tonnes")).sum() / measured,
        totals.get("medians_over_actual").getAsDouble(), 1e-9);
    double[] expected = scores(actual, means);
    JsonObject ofMeans = totals.getAsJsonObject("of_means");
    assertEquals(expected[0], ofMeans.get("r2").getAsDouble(), 1e-9);
    assertEquals(expected[3], ofMeans.get("mae_tonnes").getAsDouble(), 1e-6);
    Sheet sums = Sheet.of(SampleFiles.made("predict", "totals.csv"));
    assertEquals(sums.number(0, "upper_tonnes"),
        totals.getAsJsonObject("interval").get("upper_tonnes").getAsDouble(), 1e-6);
    for (String groups : List.of("by_property_type", "fifths_by_floor_area")) {
      double sum = 0;
      int rows = 0;
      for (JsonElement one : totals.getAsJsonArray(groups)) {
        sum += one.getAsJsonObject().get("actual_tonnes").getAsDouble();
        rows += one.getAsJsonObject().get("rows").getAsInt();
      }
      assertEquals(measured, sum, 1e-6, groups);
      assertEquals(actual.length, rows, groups);
    }
  }

  @Test
  void howManyTrainingBuildingsAreAloneWithTheirValueIsReportedForEachColumn() throws IOException {
    Sheet train = Sheet.of(SampleFiles.made("prepare", "train.csv"));
    JsonObject alone = json("evaluate", "metrics.json").getAsJsonObject("buildings_alone_with_value");
    List<String> columns = train.header().subList(5, train.header().size());
    assertEquals(Set.copyOf(columns), alone.keySet());
    List<String> ids = train.column("OSEBuildingID");
    for (String column : columns) {
      List<String> values = train.column(column);
      Map<String, Set<String>> buildings = new HashMap<>();
      IntStream.range(0, train.size()).forEach(row ->
          buildings.computeIfAbsent(values.get(row), _ -> new HashSet<>()).add(ids.get(row)));
      assertEquals(buildings.values().stream().filter(some -> some.size() == 1).flatMap(Set::stream)
          .distinct().count(), alone.get(column).getAsLong(), column);
    }
  }

  /// A figure cuts a longer name off.
  @Test
  void fifthsByFloorAreaHaveNamesThatAFigureShowsWhole() throws IOException {
    JsonArray fifths = json("evaluate", "metrics.json").getAsJsonObject("totals")
        .getAsJsonArray("fifths_by_floor_area");
    assertEquals(5, fifths.size());
    fifths.forEach(one -> {
      String name = one.getAsJsonObject().get("floor_area").getAsString();
      assertTrue(name.matches("[0-9,]+–[0-9,]+k sq ft") && name.length() <= 20, name);
    });
  }

  @Test
  void theBestModelHasTheBestCrossValidationAndTheChoiceSaysHowToFitIt() throws IOException {
    JsonObject metrics = json("evaluate", "metrics.json");
    String best = metrics.get("best_model").getAsString();
    JsonObject models = metrics.getAsJsonObject("models");
    assertEquals(SampleFiles.MODELS, List.copyOf(models.keySet()));
    for (String model : SampleFiles.MODELS) {
      assertTrue(models.getAsJsonObject(model).get("cv_r2").getAsDouble()
          <= models.getAsJsonObject(best).get("cv_r2").getAsDouble(), model);
    }
    JsonObject choice = json("evaluate", "choice.json");
    assertEquals(best, choice.get("best").getAsString());
    assertEquals(best.equals("ensemble") ? SampleFiles.TRAIN_STEPS.size() : 1, choice.getAsJsonArray("members").size());
    for (String step : SampleFiles.TRAIN_STEPS) {
      String model = step.replace("train-", "").replace('-', '_');
      assertEquals(json(step, "search-metrics.json").get("cv_r2").getAsDouble(),
          models.getAsJsonObject(model).get("cv_r2").getAsDouble(), 1e-12);
    }
  }

  @Test
  void whatTheHeldOutRowsMeasureDoesNotDecideWhichModelIsBest() throws IOException {
    Sheet test = Sheet.of(SampleFiles.made("prepare", "test.csv"));
    for (int row = 0; row < test.size(); row++) {
      test.set(row, "tonnes", String.valueOf(row % 7 + 1));
    }
    SampleFiles.call("evaluate").with("--test", test.to(folder.resolve("test.csv"))).into(folder).run()
        .ok();
    assertEquals(-1, Files.mismatch(
        SampleFiles.made("evaluate", "choice.json"), folder.resolve("choice.json")));
  }

  @Test
  void aModelThatIsTooGoodToBeTrueIsReportedAboutEverywhere() throws IOException {
    assertFalse(json("evaluate", "metrics.json").has("warning"));
    Sheet test = Sheet.of(SampleFiles.made("prepare", "test.csv"));
    Sheet predicted = Sheet.of(SampleFiles.made("predict", "predictions.csv"));
    for (int row = 0; row < test.size(); row++) {
      test.set(row, "tonnes", predicted.get(row, "predicted_tonnes"));
    }
    StepOutcome outcome = SampleFiles.call("evaluate").with("--test", test.to(folder.resolve("test.csv")))
        .into(folder).run().ok();
    String warning = JsonParser.parseString(Files.readString(folder.resolve("metrics.json")))
        .getAsJsonObject().get("warning").getAsString();
    assertEquals(Checks.HELD_OUT_R2.limitText(),
        Optional.of(PageReader.numbers(warning).getLast()));
    assertTrue(PageReader.numbers(warning).contains("1.000"), warning);
    for (String file : List.of("report.html", "summary.md")) {
      assertTrue(Files.readString(folder.resolve(file)).contains(warning), file);
    }
    assertTrue(outcome.err().contains(warning), outcome.err());
  }

  @Test
  void everyPlotIsAPictureAndStandsInThePage() throws IOException {
    Path plots = SampleFiles.made("evaluate", "plots");
    String page = Files.readString(SampleFiles.made("evaluate", "report.html"));
    Set<String> names = new TreeSet<>(PageReader.of(page).figures());
    assertTrue(names.containsAll(PLOTS), names.toString());
    names.removeIf(name -> name.startsWith("slice_")); // these are in the page alone
    assertEquals(names.stream().map(name -> name + ".png").collect(Collectors.toSet()),
        Set.of(plots.toFile().list()));
    for (String name : names) {
      assertEquals(1200, ImageIO.read(plots.resolve(name + ".png").toFile()).getWidth(), name);
    }
    String content = Pattern.compile("<script>.*?</script>", Pattern.DOTALL).matcher(page).replaceAll("");
    assertFalse(content.contains("http"), "refers to the outside");
    // Beside links within the page there are those to files of the run's folder.
    assertEquals(Set.of("validation.html", "verdict.html", "predictions.csv", "metrics.json", "model.carbonflow",
        "model-card.html", "steps/run.html"), Pattern.compile("(src|href)=\"([^\"]{0,20})").matcher(content).results()
        .map(found -> found.group(2)).filter(link -> !link.startsWith("data:") && !link.startsWith("#"))
        .collect(Collectors.toSet()));
  }

  @Test
  void theSummaryHasALineForEachModel() throws IOException {
    assertEquals(SampleFiles.MODELS, Files.readAllLines(SampleFiles.made("evaluate", "summary.md")).stream()
        .filter(line -> line.startsWith("| ")).skip(2)
        .map(line -> line.split("[ |*]+")[1]).toList());
  }

  @Test
  void theSummaryIsTheGoldenOne() throws IOException {
    Evaluation evaluation = SmallEvaluation.full();
    GoldenFile.check(EvaluateTest.class, "summary.md", SummaryText.of(evaluation));
    Evaluation beaten = SmallEvaluation.of(0.4, Optional.empty());
    assertTrue(SummaryText.of(beaten).contains(beaten.notBeaten().orElseThrow()));
    Evaluation leak = SmallEvaluation.of(0.96, Optional.empty());
    assertTrue(SummaryText.of(leak).contains(leak.warning().orElseThrow()));
  }

  @Test
  void aStoreGetsThePlotsTheReportTheModelCardAndTheMetrics() throws IOException {
    Path store = folder.resolve("store");
    Path out = folder.resolve("out");
    StepOutcome outcome =
        SampleFiles.call("evaluate").with("--store", store).into(out).run("--threads=1").ok();
    Set<String> expected =
        new TreeSet<>(List.of(SampleFiles.made("evaluate", "plots").toFile().list()));
    List<String> files = List.of("report.html", "model-card.html", "model-card.md", "metrics.json");
    expected.addAll(files);
    assertEquals(expected, new TreeSet<>(List.of(store.toFile().list())));
    for (String file : files) {
      assertEquals(-1, Files.mismatch(SampleFiles.made("evaluate", file), store.resolve(file)), file);
      assertEquals(-1, Files.mismatch(SampleFiles.made("evaluate", file), out.resolve(file)), file);
    }
    for (String file : List.of("choice.json", "calibration.json", "out-of-fold.csv")) {
      assertEquals(-1, Files.mismatch(SampleFiles.made("evaluate", file), out.resolve(file)), file + " on one thread");
    }
    assertEquals(
        "best_model=" + json("evaluate", "metrics.json").get("best_model").getAsString() + "\n",
        outcome.out());
  }

  @Test
  void aStoreThatCannotBeWrittenIsNamedAndTheResultsAreKept() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Path out = folder.resolve("out");
    SampleFiles.call("evaluate").with("--store", file.resolve("store")).into(out).run()
        .fails(file.resolve("store"));
    assertEquals(-1, Files.mismatch(
        SampleFiles.made("evaluate", "metrics.json"), out.resolve("metrics.json")));
  }

  @Test
  void withoutAStoreTheBucketsSubfolderTakesThePlots() throws Exception {
    Path bucket = Files.createDirectories(folder.resolve("bucket"));
    SampleFiles.call("evaluate").with("--bucket", bucket.toUri()).with("--subfolder", "runs/1")
        .into(folder.resolve("out")).run("--threads=1").ok();
    assertTrue(Files.exists(bucket.resolve("runs/1/metrics.json")));
    assertTrue(Files.exists(bucket.resolve("runs/1/model_performance_R2.png")));
  }

  @Test
  void aStoreOfAnUnknownKindIsRefusedBeforeAnythingIsRead() {
    SampleFiles.call("evaluate").with("--store", "ftp://host/x").with("--train", folder.resolve("gone"))
        .into(folder.resolve("out")).run().isWrongUse("--store: ftp://host/x");
  }

  @Test
  void aRowThatCannotBeScoredIsNamed() {
    Sheet test = Sheet.of(SampleFiles.made("prepare", "test.csv"));
    Path file = folder.resolve("test.csv");
    test.set(2, "tonnes", "").to(file);
    SampleFiles.call("evaluate").with("--test", file).into(folder.resolve("out")).run()
        .fails("test.csv, line 4, column tonnes");
  }
}
