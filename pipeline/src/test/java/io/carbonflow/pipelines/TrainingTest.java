// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.cli.CarbonflowProgram;
import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.store.S3Server;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pipeline `training` from the command line to its files, on the sample tables.
class TrainingTest {
  private static final String ID = "OSEBuildingID";
  private static final List<String> SEARCHES = Stream.of(EstimatorName.values())
      .map(one -> Declaration.of(one.step()).name()).toList();
  private static final List<String> MODELS = Stream.concat(
      Stream.of(EstimatorName.values()).map(one -> one.estimator().name()),
      Stream.of("ensemble")).toList();
  @TempDir static Path shared;
  private static Path run;
  @TempDir Path folder;

  @BeforeAll
  static void aRun() {
    run = shared.resolve("run");
    CarbonflowProgram.Outcome outcome = train(run, "--threads=2").ok();
    for (String model : MODELS) {
      assertTrue(outcome.out().contains("| " + model), outcome.out());
    }
    assertTrue(outcome.out().endsWith("Results are in " + run + "\n"), outcome.out());
  }

  private static CarbonflowProgram.Outcome train(Path output, Object... more) {
    List<Object> args = new ArrayList<>(List.of("run", "training",
        "--output=" + output, "--folds=2"));
    Set<String> given = List.of(more).stream()
        .map(arg -> arg.toString().replaceAll("=.*", "")).collect(Collectors.toSet());
    Map<String, Object> defaults = Map.of("--data-2015", CarbonflowProgram.DATA_2015,
        "--data-2016", CarbonflowProgram.DATA_2016, "--iterations", 4);
    new TreeMap<>(defaults).forEach((option, value) -> {
      if (!given.contains(option)) {
        args.add(option + "=" + value);
      }
    });
    args.addAll(List.of(more));
    return CarbonflowProgram.run(args.toArray());
  }

  private static JsonObject metrics(Path run) throws IOException {
    return JsonParser.parseString(Files.readString(run.resolve("metrics.json"))).getAsJsonObject();
  }

  private static void assertSame(Path other, String... files) throws IOException {
    for (String file : files) {
      assertEquals(-1, Files.mismatch(run.resolve(file), other.resolve(file)), file);
    }
  }

  /// Tonnes by building and year.
  private static Map<String, String> tonnes(Path predictions) {
    Map<String, String> tonnes = new TreeMap<>();
    for (Row row : Csv.read(predictions).rows()) {
      tonnes.put(row.raw(ID) + " " + row.raw("DataYear"), row.raw("predicted_tonnes"));
    }
    return tonnes;
  }

  @Test
  void theMetricsHaveTheirFieldsAndNoOthers() throws IOException {
    JsonObject metrics = metrics(run);
    assertEquals(List.of("features", "seed", "scale", "train_rows", "test_rows", "best_model",
        "best_single_model", "models", "baselines", "next_year",
        "backtest", "last_year_known", "interval", "totals", "buildings_alone_with_value", "factors"), List.copyOf(metrics.keySet()));
    assertEquals(List.of("rows", "actual_tonnes", "means_over_actual", "medians_over_actual",
        "of_medians", "of_means", "interval", "by_property_type", "fifths_by_floor_area"),
        List.copyOf(metrics.getAsJsonObject("totals").keySet()));
    assertEquals(List.of("level", "coverage", "mean_width_tonnes", "median_width_tonnes",
        "thirds_by_floor_area", "levels"),
        List.copyOf(metrics.getAsJsonObject("interval").keySet()));
    JsonObject baselines = metrics.getAsJsonObject("baselines");
    assertEquals(List.of("mean_by_type", "line_by_type", "emission_factors"),
        List.copyOf(baselines.keySet()));
    assertEquals(List.of("rows", "cv_r2", "r2", "mse", "rmse", "mae", "tonnes"),
        List.copyOf(baselines.getAsJsonObject("mean_by_type").keySet()));
    assertEquals(List.of("rows", "r2", "mse", "rmse", "mae", "tonnes",
        "total_predicted_to_measured", "last_years_tonnes", "last_years_residual"),
        List.copyOf(metrics.getAsJsonObject("next_year").getAsJsonObject("seen_before").keySet()));
    assertEquals("metered", metrics.get("features").getAsString());
    assertEquals(0, metrics.get("seed").getAsLong());
    JsonObject models = metrics.getAsJsonObject("models");
    assertEquals(MODELS, List.copyOf(models.keySet()));
    for (String model : MODELS) {
      JsonObject scores = models.getAsJsonObject(model);
      assertEquals(List.of("cv_r2", "cv_r2_sd", "r2", "mse", "rmse", "mae", "tonnes"),
          List.copyOf(scores.keySet()));
      assertEquals(List.of("r2", "mse", "rmse", "mae"),
          List.copyOf(scores.getAsJsonObject("tonnes").keySet()));
      double r2 = scores.get("r2").getAsDouble();
      assertTrue(r2 > 0.6 && r2 < 0.95, model + " " + r2);
    }
  }

  @Test
  void predictionsAreOfHeldOutBuildings() {
    Set<String> learned = new HashSet<>();
    Set<String> heldOut = new HashSet<>();
    for (Row row : Csv.read(run.resolve("steps/merge/merged.csv")).rows()) {
      (row.flag("in_train").orElseThrow() ? learned : heldOut).add(row.raw(ID));
    }
    Map<String, String> predicted = tonnes(run.resolve("predictions.csv"));
    assertTrue(predicted.size() > 200);
    for (String key : predicted.keySet()) {
      String id = key.split(" ")[0];
      assertTrue(heldOut.contains(id) && !learned.contains(id), id);
    }
  }

  @Test
  void theReportIsOnePageThatNeedsNothingElse() throws IOException {
    String page = Files.readString(run.resolve("report.html"));
    int plots = run.resolve("plots").toFile().list().length;
    assertTrue(plots >= 15, plots + " plots");
    // The slices of the searches are in the page alone.
    assertEquals(plots, Pattern.compile("<figure id=\"(?!slice_)").matcher(page).results().count());
    assertFalse(page.contains("<script src"));
    String content = Pattern.compile("<script>.*?</script>", Pattern.DOTALL).matcher(page).replaceAll("");
    assertFalse(content.matches("(?s).*(https?://|<img|<script|<link|@import|url\\((?!#)).*"));
  }

  private static List<String> with(List<String> some, String... others) {
    return Stream.concat(some.stream(), Stream.of(others)).sorted().toList();
  }

  @Test
  void everyStepHasAFolderWithWhatItWasGivenAndGaveAndLogged() {
    for (String step : with(SEARCHES, "merge", "validate", "clean", "prepare", "evaluate",
        "train-best", "predict")) {
      assertTrue(Files.isDirectory(run.resolve("steps").resolve(step)), step);
      assertTrue(Files.exists(run.resolve("steps").resolve(step + ".json")), step);
      assertTrue(Files.exists(run.resolve("steps").resolve(step + ".log")), step);
    }
    assertTrue(Files.exists(run.resolve("store/metrics.json")), "the default store");
  }

  @Test
  void oneThreadGivesTheSameBytesAndTheSameCommandAgainRunsOnlyWhatReachesOutside()
      throws IOException {
    Path other = folder.resolve("run");
    train(other, "--threads=1").ok();
    assertSame(other, "metrics.json", "predictions.csv", "model.carbonflow", "report.html",
        "model-card.md", "model-card.html", "summary.md", "steps/train-xgboost/trials.csv", "plots/residuals.png");
    for (String step : SEARCHES) {
      assertSame(other, "steps/" + step + "/search.json");
    }

    List<String> unchanged = train(other, "--threads=2").ok().err().lines()
        .filter(line -> line.endsWith(": unchanged")).sorted().toList();
    assertEquals(with(SEARCHES, "clean", "prepare", "train-best", "validate"),
        unchanged.stream().map(line -> line.replace(": unchanged", "")).toList());
    assertSame(other, "metrics.json", "predictions.csv", "model.carbonflow");
  }

  @Test
  void theBundlePredictsRawRowsOfBothYearsAsTheRunDid() {
    Map<String, String> raw = new TreeMap<>();
    for (Path table : List.of(CarbonflowProgram.DATA_2015, CarbonflowProgram.DATA_2016)) {
      CarbonflowProgram.run("predict", "--bundle=" + run.resolve("model.carbonflow"), "--rows=" + table,
          "--predictions=" + folder.resolve("p.csv"),
          "--prediction-report=" + folder.resolve("p.json"), "--explanations=" + folder.resolve("e.csv")).ok();
      raw.putAll(tonnes(folder.resolve("p.csv")));
    }
    tonnes(run.resolve("predictions.csv"))
        .forEach((key, tonnes) -> assertEquals(tonnes, raw.get(key), key));
  }

  @Test
  void tablesAndResultsMayLieInS3() throws Exception {
    S3Server.useCredentials();
    try (S3Server server = S3Server.inMemory().bucket("city");
        Store store = Store.open(StoreUri.parse("s3://city"),
            StoreOptions.of(Map.of()).withEndpoint(server.endpoint()))) {
      store.write("raw/2015.csv", CarbonflowProgram.DATA_2015);
      store.write("raw/2016.csv", CarbonflowProgram.DATA_2016);
      Path other = folder.resolve("run");
      train(other, "--data-2015=s3://city/raw/2015.csv", "--data-2016=s3://city/raw/2016.csv",
          "--store=s3://city/runs/1", "--s3-endpoint=" + server.endpoint()).ok();
      assertSame(other, "metrics.json", "predictions.csv", "model.carbonflow");
      try (InputStream metrics = store.read("runs/1/metrics.json")) {
        assertArrayEquals(
            Files.readAllBytes(run.resolve("metrics.json")), metrics.readAllBytes());
      }
    }
  }

  @Test
  void tablesMayBeGivenAsAListOrAFolderAndGiveTheSameBytes() throws IOException {
    Path tables = CarbonflowProgram.DATA_2015.getParent();
    for (String data : List.of(tables + "/", CarbonflowProgram.DATA_2015 + "," + CarbonflowProgram.DATA_2016)) {
      Path other = folder.resolve("run");
      CarbonflowProgram.Outcome outcome = CarbonflowProgram.run(
          "run", "--data=" + data, "--iterations=4", "--folds=2", "--output=" + other).ok();
      assertTrue(outcome.err().contains("merge: " + CarbonflowProgram.DATA_2016 + ": 513 rows of 2016\n"), outcome.err());
      assertSame(other, "metrics.json", "predictions.csv", "model.carbonflow", "report.html",
          "steps/merge/merged.csv", "steps/merge/sources.json");
    }
  }

  /// The sample rows of 2016 once more, as if measured in another year.
  private Path later(int year) {
    Table table = Csv.read(CarbonflowProgram.DATA_2016);
    int column = table.header().position("DataYear");
    Path file = folder.resolve(year + ".csv");
    Csv.write(file, table.header().names(), table.rows().stream().map(row -> {
      List<String> cells = new ArrayList<>(row.cells());
      cells.set(column, Integer.toString(year));
      for (int i = 0; i < cells.size(); i++) {
        if (table.header().names().get(i).matches(".*(kBtu|kWh|therms|GHG).*") && cells.get(i).matches("[0-9.]+")) {
          cells.set(i, Double.toString(1.05 * Double.parseDouble(cells.get(i)))); // a copy would be an error
        }
      }
      return cells;
    }).toList());
    return file;
  }

  @Test
  void anyYearsAreTrainedOnAndReported() throws IOException {
    Path other = folder.resolve("run");
    CarbonflowProgram.run("run", "--data=" + later(2018) + "," + later(2021) + "," + CarbonflowProgram.DATA_2016,
        "--years=2016-2018", "--iterations=1", "--folds=2", "--gate=floor=0", "--output=" + other).ok();
    Bundle bundle = Bundle.load(other.resolve("model.carbonflow"));
    assertEquals(List.of(2016, 2018), bundle.provenance().years());
    assertEquals(3, bundle.provenance().data().size());
    assertTrue(Files.readString(other.resolve("report.html")).contains("<td>years</td><td>2016, 2018</td>"));
    CarbonflowProgram.run("run", "--data=" + CarbonflowProgram.DATA_2016, "--iterations=1", "--folds=2",
        "--gate=floor=0", "--output=" + folder.resolve("one")).ok();
  }

  @ParameterizedTest
  @CsvSource({"grid, unmetered", "tpe, metered"})
  void theOtherSearchesAndFeaturesRunThrough(String search, String features) throws IOException {
    Path other = folder.resolve("run");
    train(other, "--search=" + search, "--features=" + features, "--iterations=2").ok();
    assertEquals(features, metrics(other).get("features").getAsString());
    assertTrue(Files.readString(other.resolve("report.html")).contains(features));
  }

  @Test
  void aTableThatIsWrongIsNamedWithTheStepAndItsLog() throws IOException {
    Path table = Files.writeString(folder.resolve("2016.csv"), "OSEBuildingID,DataYear\n1,2016\n");
    Path other = folder.resolve("run");
    train(other, "--data-2016=" + table).fails(1, "carbonflow run training",
        "merge", table + ", line 1: lacks the columns", other.resolve("steps/merge.log"));
    assertFalse(Files.exists(other.resolve("metrics.json")));
    assertFalse(Files.exists(other.resolve("steps/merge/merged.csv")));
  }

  @Test
  void aTableThatIsNotValidEndsTheRunAfterItsPageIsSavedAndNothingIsTrained() throws IOException {
    Table table = Csv.read(CarbonflowProgram.DATA_2016);
    List<List<String>> rows = new ArrayList<>(table.rows().stream().map(Row::cells).toList());
    List<String> cells = new ArrayList<>(rows.getFirst());
    cells.set(table.header().position("Latitude"), "12");
    rows.set(0, cells);
    Path damaged = folder.resolve("2016.csv");
    Csv.write(damaged, table.header().names(), rows);
    Path other = folder.resolve("run");
    CarbonflowProgram.Outcome outcome = train(other, "--data-2016=" + damaged);
    assertEquals(1, outcome.exit());
    assertTrue(outcome.err().contains("""
        validate: not valid: 1 error, 68 warnings in 1,029 rows
        validate: error impossible: a number is impossible for a building of the city
        validate:   2016, building 1, line 2: Latitude 12 is less than 47.48
        """), outcome.err());
    assertTrue(outcome.err().contains("carbonflow run training: task clean failed: "
        + other.resolve("steps/merge/merged.csv") + ": is not valid; "), outcome.err());
    String page = "steps/validate/validation.html";
    assertTrue(outcome.err().contains(page) && Files.exists(other.resolve(page)), outcome.err());
    for (String step : List.of("prepare", "train-svm", "evaluate")) {
      assertFalse(Files.exists(other.resolve("steps").resolve(step)), step);
    }

    train(other).ok();
    assertSame(other, "metrics.json", "validation.html");
  }

  @Test
  void aWrongOptionIsReportedBeforeAnythingRuns() {
    Path other = folder.resolve("run");
    train(other, "--iterations=none").fails(2, "carbonflow run training",
        "--iterations: 'none' is not a whole number");
    train(other, "--split-seed=x").fails(2, "carbonflow run training", "--split-seed: 'x'");
    train(other, "--sed=1").fails(2, "carbonflow run training", "there is no option --sed=1");
    train(other, "--threads=0").fails(2, "carbonflow run training", "--threads: '0'");
    train(Path.of("")).fails(2, "carbonflow run training", "--output: names no folder");
    CarbonflowProgram.run("run", "training").fails(2, "carbonflow run training", "--data: no table is given");
    train(other, "--years=two").fails(2, "carbonflow run training", "--years: 'two' is neither a year nor a range of years");
    CarbonflowProgram.run("run", "trainin").fails(2, "carbonflow run", "there is no pipeline trainin");
    assertFalse(Files.exists(other));
  }

  @Test
  void anOutputThatIsAFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    train(file).fails(1, "carbonflow run training", file, "--output");
  }
}
