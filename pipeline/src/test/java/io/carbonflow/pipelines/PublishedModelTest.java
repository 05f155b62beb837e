// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.pipelines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import io.carbonflow.cli.CarbonflowProgram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pipelines `inference` and `monitoring` with a model that a training on the sample tables has
/// published. Each test has a copy of the store.
class PublishedModelTest {
  @TempDir static Path shared;
  @TempDir Path folder;
  private Path store;
  private Path run;

  @BeforeAll
  static void aModelIsPublished() {
    CarbonflowProgram.run(Stream.concat(Stream.of("run", "training", "--output=" + shared.resolve("run"),
        "--store=" + shared.resolve("store")), training(CarbonflowProgram.DATA_2016)).toArray()).ok();
  }

  @BeforeEach
  void aStoreOfItsOwn() throws IOException {
    store = folder.resolve("store");
    run = folder.resolve("run");
    try (Stream<Path> files = Files.walk(shared.resolve("store"))) {
      files.forEach(file -> copy(file, store.resolve(shared.resolve("store").relativize(file))));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> training(Path data2016) {
    return Stream.of("--data-2015=" + CarbonflowProgram.DATA_2015, "--data-2016=" + data2016,
        "--iterations=3", "--folds=2", "--seed=1");
  }

  private CarbonflowProgram.Outcome monitor(Path rows, String... more) {
    return CarbonflowProgram.run(Stream.of(Stream.of("run", "monitoring", "--output=" + run,
        "--store=" + store, "--rows=" + rows), training(rows), Stream.of(more))
        .flatMap(args -> args).toArray());
  }

  private Path doubled() {
    return DoubledEnergy.of(CarbonflowProgram.DATA_2016, folder.resolve("doubled.csv"));
  }

  private static String register(Path store) throws IOException {
    return Files.readString(store.resolve("models/current.json"));
  }

  private List<String> tasksOfTheTraining() throws IOException {
    try (Stream<Path> all = Files.walk(run.resolve("steps"))) {
      return all.filter(Files::isDirectory).map(path -> path.getFileName().toString())
          .filter(List.of("merge", "train-svm", "publish")::contains).sorted().toList();
    }
  }

  private Path verdictPage() throws IOException {
    try (Stream<Path> all = Files.walk(run.resolve("steps"))) {
      return all.filter(path -> path.endsWith("publish/verdict.html")).findFirst().orElseThrow();
    }
  }

  /// What was found is in the store, as it stands on the page of the run.
  private void assertFound(String health, boolean training) throws IOException {
    JsonObject found = JsonParser.parseString(Files.readString(store.resolve("monitoring.json")))
        .getAsJsonObject();
    assertEquals(health, found.get("health").getAsString());
    assertEquals(training, found.get("training_starts").getAsBoolean());
    assertEquals(-1, Files.mismatch(
        store.resolve("monitoring.html"), run.resolve("monitoring.html")));
  }

  @Test
  void newRowsArePredictedByThePublishedModelAndNothingIsTrained() throws IOException {
    String before = register(store);
    String told = CarbonflowProgram.run("run", "inference", "--output=" + run, "--store=" + store,
        "--rows=" + CarbonflowProgram.DATA_2016).ok().out();
    assertTrue(told.contains("0001-"), told);
    Table predictions = Csv.read(run.resolve("predictions.csv"));
    assertTrue(predictions.rows().size() > 300, "few rows: " + predictions.rows().size());
    assertTrue(predictions.header().names().contains("model_version"));
    for (String file : List.of("predictions.csv", "inference.json")) {
      assertEquals(-1, Files.mismatch(
          run.resolve(file), store.resolve("predictions").resolve(file)), file);
    }
    assertEquals(before, register(store));
    assertEquals(List.of(), tasksOfTheTraining());
  }

  @Test
  void rowsAsTheyWereStartNoTraining() throws IOException {
    String before = register(store);
    String told = monitor(CarbonflowProgram.DATA_2016).ok().out();
    assertTrue(told.contains("0001-"), told);
    assertFound("as_promised", false);
    assertEquals(List.of(), tasksOfTheTraining());
    assertEquals(before, register(store));
  }

  @Test
  void aModelThatHasDegradedIsReplacedInTheSameRun() throws IOException {
    String told = monitor(doubled()).ok().out();
    assertTrue(told.contains("0001-"), told);
    assertFound("degraded", true);
    assertEquals(List.of("merge", "publish", "train-svm"), tasksOfTheTraining());
    assertTrue(Files.readString(verdictPage()).contains("0002-"));
    assertTrue(Files.readString(store.resolve("verdict.json"))
        .contains("\"decision\": \"published\""));
    assertNotEquals(register(shared.resolve("store")), register(store));
    assertTrue(CarbonflowProgram.run("models", "show", "--store=" + store).ok().out().contains("0002-"));
  }

  @Test
  void theGateMayKeepTheModelThatHasDegraded() throws IOException {
    String before = register(store);
    monitor(doubled(), "--gate=floor=0,margin=0.9").ok();
    assertEquals(List.of("merge", "publish", "train-svm"), tasksOfTheTraining());
    assertTrue(Files.readString(store.resolve("verdict.json"))
        .contains("\"decision\": \"not_better\""));
    assertTrue(Files.exists(verdictPage()));
    String after = register(store);
    assertEquals(published(before), published(after));
    assertTrue(after.contains("\"decisions\": ["), "what the held-out rows have decided is kept: " + after);
  }

  private static String published(String register) {
    return JsonParser.parseString(register).getAsJsonObject().get("version").getAsString();
  }

  @Test
  void aNewModelBelowTheFloorEndsTheRunAsFailed() throws IOException {
    String before = register(store);
    monitor(doubled(), "--gate=floor=0.99").fails(1, "carbonflow run monitoring",
        "is below the floor of 0.99");
    assertEquals(before, register(store));
  }

  @Test
  void withoutAPublishedModelThereIsNothingToWatchOrToPredictWith() {
    Path none = folder.resolve("none");
    CarbonflowProgram.run("run", "inference", "--output=" + run, "--store=" + none,
        "--rows=" + CarbonflowProgram.DATA_2016).fails(1, "carbonflow run inference",
        "no model has been published here");
    assertFalse(Files.exists(run.resolve("predictions.csv")));
  }

  @Test
  void withoutAStoreItIsTheOneOfTheTrainingThatWasRunWithNone() {
    Path register = Path.of("runs/store/models/current.json");
    CarbonflowProgram.run("run", "inference", "--output=" + run, "--rows=" + CarbonflowProgram.DATA_2016)
        .fails(1, "carbonflow run inference", register, "no model has been published here");
    CarbonflowProgram.run(Stream.concat(Stream.of("run", "monitoring", "--output=" + run,
        "--rows=" + CarbonflowProgram.DATA_2016), training(CarbonflowProgram.DATA_2016)).toArray())
        .fails(1, "carbonflow run monitoring", register, "no model has been published here");
  }
}
