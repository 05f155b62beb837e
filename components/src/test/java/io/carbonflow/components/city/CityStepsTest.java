// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.StepCall;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.city.CityJson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The steps of a training on a made-up table of Chicago's form, with `--city`.
class CityStepsTest {
  @TempDir static Path folder;
  private static Path table;

  @BeforeAll
  static void aTableAndTheStepsUpToPrepare() throws IOException {
    table = MadeUpChicago.write(folder.resolve("chicago.csv"), 120);
    call("merge").with("--data", table).with("--city-as-read", folder.resolve("city.txt")).run().ok();
    call("clean").with("--table", folder.resolve("merged.csv")).run().ok();
    call("prepare").with("--rows", folder.resolve("rows.csv")).with("--features", "unmetered").run().ok();
    for (String step : SampleFiles.TRAIN_STEPS) {
      StepCall.of(step).into(Files.createDirectories(folder.resolve(step)))
          .with("--train", folder.resolve("train.csv")).with("--iterations", 2).with("--folds", 2).run().ok();
    }
    evaluate().run().ok();
    trainBest().run().ok();
  }

  private static StepCall call(String step) {
    return StepCall.of(step).into(folder).with("--city", "chicago");
  }

  private static StepCall evaluate() {
    StepCall call = call("evaluate").with("--train", folder.resolve("train.csv"))
        .with("--test", folder.resolve("test.csv")).with("--rows", folder.resolve("rows.csv"))
        .with("--transformer", folder.resolve("transformer.json")).with("--sources", folder.resolve("sources.json"))
        .with("--validation", SampleFiles.made("validate", "validation.json"));
    for (String step : SampleFiles.TRAIN_STEPS) {
      call = call.with(step.replace("train", "-") + "-search", folder.resolve(step).resolve("search.json"));
    }
    return models(call);
  }

  private static StepCall models(StepCall call) {
    StepCall filled = call;
    for (String step : SampleFiles.TRAIN_STEPS) {
      filled = filled.with(step.replace("train", "-") + "-model", folder.resolve(step).resolve("model.bin"));
    }
    return filled;
  }

  private static StepCall trainBest() {
    return models(call("train-best")).with("--train", folder.resolve("train.csv"))
        .with("--transformer", folder.resolve("transformer.json")).with("--choice", folder.resolve("choice.json"))
        .with("--calibration", folder.resolve("calibration.json")).with("--sources", folder.resolve("sources.json"));
  }

  @Test
  void theSourcesSayByWhichCityTheTablesWereRead() {
    StrictJson city = StrictJson.read(folder.resolve("sources.json")).field("city");
    assertEquals("Chicago", city.field("name").text());
    assertEquals(Bundle.hashes(bytes(), "b").get("city.json"), city.field("sha256").text());
  }

  @Test
  void whatIsNoHomeIsKept() throws IOException {
    String merged = Files.readString(folder.resolve("merged.csv"));
    String kept = Files.readString(folder.resolve("rows.csv"));
    assertTrue(merged.contains("Multifamily Housing"));
    assertFalse(kept.contains("Multifamily Housing"));
    assertTrue(kept.contains("K-12 School"));
  }

  @Test
  void theBundleCarriesTheCityAndPredictsItsTables() {
    assertEquals(CityJson.bundled("chicago"), Bundle.load(folder.resolve("model.carbonflow")).city());
    String out = StepCall.of("predict").with("--bundle", folder.resolve("model.carbonflow")).with("--rows", table)
        .run().ok().out();
    assertTrue(out.lines().count() > 150, out);
  }

  @Test
  void aTableOfAnotherCityIsRefusedWithItsColumnsAndTheCityOfTheBundle() {
    StepCall.of("predict").with("--bundle", folder.resolve("model.carbonflow"))
        .with("--rows", SampleFiles.DATA_2016).run().fails(SampleFiles.DATA_2016,
            "lacks the columns ID, Gross Floor Area - Buildings (sq ft)", "the model is of Chicago");
    StepCall.of("predict").with("--bundle", SampleFiles.made("train-best", "model.carbonflow"))
        .with("--rows", table).run().fails(table, "OSEBuildingID", "the model is of Seattle");
  }

  @Test
  void aStepThatIsGivenAnotherCityThanMergeSaysSo() {
    Path out = folder.resolve("other");
    trainBest().without("--city").into(out).run().fails(folder.resolve("sources.json"),
        "the tables were read by the file of Chicago, and this step was given Seattle", "--city");
    evaluate().without("--city").into(out).run().fails(folder.resolve("sources.json"), "Chicago");
    assertFalse(Files.exists(out));
  }

  @Test
  void aTableOfAnotherCityIsNotMerged() {
    StepCall.of("merge").into(folder.resolve("other")).with("--data", table).run().fails(
        table, "OSEBuildingID", "these are the names of Seattle's tables");
  }

  @Test
  void mergeGivesTheStepsAfterItTheCityAndAPersonItsFilesAlone() throws IOException {
    assertEquals("chicago", Files.readString(folder.resolve("city.txt")));
    assertEquals("", call("merge").into(folder.resolve("again")).with("--data", table).run().ok().out());
  }

  @Test
  void aCityThatThereIsNotIsWrongUse() {
    for (String step : List.of("merge", "clean", "prepare", "evaluate", "train-best")) {
      SampleFiles.call(step).with("--city", "boston").into(folder.resolve("other")).run().isWrongUse(
          "--city: 'boston' is not a city that comes with carbonflow; those are chicago, seattle");
    }
  }

  private static byte[] bytes() {
    try {
      return Files.readAllBytes(folder.resolve("model.carbonflow"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
