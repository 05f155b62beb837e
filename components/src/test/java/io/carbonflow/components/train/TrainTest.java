// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.learn.svm.SupportVectorMachine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the three train steps have in common.
class TrainTest {
  static final List<String> STEPS = SampleFiles.TRAIN_STEPS;
  private static final List<String> FILES =
      List.of("search.json", "trials.csv", "model.bin", "search-metrics.json");
  @TempDir Path folder;

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  private StepOutcome with(String step, Consumer<Sheet> change) {
    Sheet sheet = Sheet.of(SampleFiles.made("prepare", "train.csv"));
    change.accept(sheet);
    return SampleFiles.call(step).with("--train", sheet.to(folder.resolve("train.csv")))
        .into(folder.resolve("out")).run();
  }

  @ParameterizedTest
  @FieldSource("STEPS")
  void theTrialsAreThereAndTheBestHasTheHighestMeanOfItsFolds(String step) throws IOException {
    JsonObject search = json(SampleFiles.made(step, "search.json"));
    JsonArray trials = search.getAsJsonArray("trials");
    assertEquals(4, trials.size());
    double[] means = StreamSupport.stream(trials.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(trial -> trial.get("state").getAsString().equals("complete"))
        .mapToDouble(TrainTest::mean).toArray();
    double best = mean(trials.get(search.get("best").getAsInt()).getAsJsonObject());
    assertEquals(java.util.Arrays.stream(means).max().orElseThrow(), best);

    Sheet table = Sheet.of(SampleFiles.made(step, "trials.csv"));
    assertEquals(4, table.size());
    JsonObject metrics = json(SampleFiles.made(step, "search-metrics.json"));
    assertEquals(best, metrics.get("cv_r2").getAsDouble(), 1e-12);
  }

  private static double mean(JsonObject trial) {
    return StreamSupport.stream(trial.getAsJsonArray("fold_r2").spliterator(), false)
        .mapToDouble(JsonElement::getAsDouble).average().orElseThrow();
  }

  @ParameterizedTest
  @FieldSource("STEPS")
  void thereIsAnOutOfFoldPredictionForEachTrainingRowThatFollowsItsLabel(String step)
      throws IOException {
    double[] label = Sheet.of(SampleFiles.made("prepare", "train.csv")).numbers("label:metered");
    JsonArray predicted = json(SampleFiles.made(step, "search.json")).getAsJsonArray("out_of_fold");
    assertEquals(label.length, predicted.size());
    double mean = java.util.Arrays.stream(label).average().orElseThrow();
    double error = 0;
    double spread = 0;
    for (int row = 0; row < label.length; row++) {
      error += Math.pow(label[row] - predicted.get(row).getAsDouble(), 2);
      spread += Math.pow(label[row] - mean, 2);
    }
    assertTrue(error < spread, error + " against " + spread);
  }

  @ParameterizedTest
  @FieldSource("STEPS")
  void theSameSeedGivesTheSameBytesOnOneThreadAndOnTwo(String step) throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    StepOutcome first = SampleFiles.call(step).into(one).run("--threads=1").ok();
    StepOutcome second = SampleFiles.call(step).into(two).run("--threads=2").ok();
    assertEquals(first.out(), second.out());
    for (String file : FILES) {
      assertEquals(-1, Files.mismatch(one.resolve(file), two.resolve(file)), file);
      assertEquals(-1, Files.mismatch(one.resolve(file), SampleFiles.made(step, file)), file);
    }
  }

  @Test
  void rowsThatAreTooManyForAnExactMachineAreReportedInTheLogAndTheMetrics() throws IOException {
    Sheet sheet = Sheet.of(SampleFiles.made("prepare", "train.csv"));
    List<List<String>> once = List.copyOf(sheet.rows());
    for (int copy = 1; sheet.size() <= SupportVectorMachine.EXACT_ROWS; copy++) {
      for (List<String> row : once) {
        List<String> cells = new ArrayList<>(row);
        cells.set(0, Long.toString(Long.parseLong(row.getFirst()) + copy * 1_000_000L));
        sheet.rows().add(cells);
      }
    }
    StepOutcome many = SampleFiles.call("train-svm").with("--train", sheet.to(folder.resolve("many.csv")))
        .with("--iterations", 1).into(folder).run().ok();
    assertTrue(many.err().contains(String.format(Locale.ROOT,
        "%,d training rows are too many for an exact fit: up to 1,024 of them stand for all", sheet.size())), many.err());
    assertEquals(1024, json(folder.resolve("search-metrics.json")).get("landmarks").getAsInt());
    assertFalse(json(SampleFiles.made("train-svm", "search-metrics.json")).has("landmarks"));
  }

  @Test
  void anotherSeedGivesOtherTrials() throws IOException {
    SampleFiles.call("train-svm").with("--seed", 1).into(folder).run().ok();
    assertNotEquals(-1, Files.mismatch(
        SampleFiles.made("train-svm", "trials.csv"), folder.resolve("trials.csv")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid", "tpe"})
  void theOtherWaysOfSearchingMakeTheirTrialsToo(String search) throws IOException {
    SampleFiles.call("train-svm").with("--search", search).into(folder).run().ok();
    assertEquals(search,
        json(folder.resolve("search.json")).getAsJsonObject("plan").get("sampling").getAsString());
    assertEquals(4, Sheet.of(folder.resolve("trials.csv")).size());
  }

  @Test
  void theScoreIsAlsoPrinted() throws IOException {
    StepOutcome outcome = SampleFiles.call("train-svm").into(folder).run().ok();
    double score = json(folder.resolve("search-metrics.json")).get("cv_r2").getAsDouble();
    assertEquals("cv_r2=" + score + "\n", outcome.out());
  }

  @ParameterizedTest
  @FieldSource("STEPS")
  void rowsThatCannotBeLearnedFromAreNamed(String step) {
    with(step, sheet -> sheet.set(3, "label:metered", ""))
        .fails("train.csv, line 5", "the label is missing");
    with(step, sheet -> sheet.set(3, "tonnes", "")).fails("train.csv, line 5, column tonnes");
    with(step, sheet -> sheet.set(3, "tonnes", "-2")).fails("train.csv, line 5, column tonnes");
    with(step, sheet -> sheet.set(3, "offset", "")).fails("train.csv, line 5, column offset");
    with(step, sheet -> sheet.set(3, "Age", "NaN")).fails("train.csv, line 5, column Age");
    with(step, sheet -> sheet.set(3, "Age", "1e999")).fails("train.csv, line 5, column Age");
    with(step, sheet -> sheet.set(3, "Age", "old")).fails("train.csv, line 5, column Age", "old");
    with(step, sheet -> sheet.set(3, "OSEBuildingID", ""))
        .fails("train.csv, line 5, column OSEBuildingID");
    with(step, sheet -> sheet.rename("Age", "Latitude"))
        .fails("train.csv, line 1, column Latitude", "twice");
    with(step, sheet -> sheet.rename("label:metered", "label:all"))
        .fails("train.csv, line 1", "no column of labels");
    with(step, sheet -> sheet.keep("DataYear", _ -> false)).fails("train.csv", "no rows");
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @ParameterizedTest
  @FieldSource("STEPS")
  void fewerBuildingsThanFoldsAreRefused(String step) {
    String first = Sheet.of(SampleFiles.made("prepare", "train.csv")).get(0, "OSEBuildingID");
    with(step, sheet -> sheet.keep("OSEBuildingID", first::equals))
        .fails("folds: ", "1 group");
  }

  @ParameterizedTest
  @FieldSource("STEPS")
  void aColumnThatNeverChangesDoesNoHarm(String step) {
    with(step, sheet -> {
      sheet.keep("DataYear", "2016"::equals);
      for (int row = 0; row < sheet.size(); row++) {
        sheet.set(row, "Age", "0");
      }
    }).ok();
  }
}
