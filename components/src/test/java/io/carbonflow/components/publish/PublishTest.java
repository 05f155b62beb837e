// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.Bundles;
import io.carbonflow.components.StepCall;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.page.PageReader;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.published.Publication;
import io.carbonflow.published.PublishedModels;
import io.carbonflow.published.Register;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is decided about a new model, and what is there afterwards.
class PublishTest {
  /// A gate that lets a model pass that knows nothing but the mean.
  private static final String ANY = "--gate=floor=-1";
  @TempDir Path folder;

  private Path store() {
    return folder.resolve("store");
  }

  private PublishedModels models() {
    return new PublishedModels(
        Store.open(StoreUri.parse(store().toString()), StoreOptions.of(Map.of())));
  }

  private Register register() {
    return models().look().register();
  }

  private StepOutcome publish(Bundle bundle, String... more) throws IOException {
    return Bundles.publish(bundle, folder).with("--store", store()).into(folder.resolve("out"))
        .run(more);
  }

  private JsonObject verdict() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("out/verdict.json")))
        .getAsJsonObject();
  }

  private void assertDecided(String decision, StepOutcome outcome) throws IOException {
    outcome.ok();
    assertTrue(outcome.out().contains("Output=" + decision + "\n"), outcome.out());
    assertEquals(decision, verdict().get("decision").getAsString());
    assertTrue(outcome.out().contains("reason=" + reason() + "\n"), outcome.out());
    for (String file : List.of("verdict.html", "verdict.md")) {
      String text = Files.readString(folder.resolve("out").resolve(file));
      assertTrue(text.contains(reason()), text);
    }
    assertEquals(-1, Files.mismatch(
        folder.resolve("out/verdict.json"), store().resolve("verdict.json")));
  }

  private String reason() throws IOException {
    return verdict().get("reason").getAsString();
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve("out/verdict.md"));
  }

  private double number(String part, String name) throws IOException {
    return verdict().getAsJsonObject(part).get(name).getAsDouble();
  }

  private void assertCompared(int rows, int buildings) throws IOException {
    assertEquals(rows, number("comparison", "rows"));
    assertEquals(buildings, number("comparison", "buildings"));
  }

  @Test
  void theFirstModelIsPublishedAsItWasSavedWithItsScores() throws IOException {
    StepCall call = SampleFiles.call("publish").with("--store", store()).into(folder.resolve("out"));
    assertDecided("published", call.run());
    assertFalse(verdict().has("champion"));
    var loaded = models().load(Optional.empty());
    assertEquals(verdict().get("version").getAsString(), loaded.published().version());
    Path version = store().resolve("models/versions").resolve(loaded.published().version());
    assertEquals(-1, Files.mismatch(
        SampleFiles.made("train-best", "model.carbonflow"), version.resolve("model.carbonflow")));
    assertEquals(-1, Files.mismatch(
        SampleFiles.made("evaluate", "metrics.json"), version.resolve("metrics.json")));
    JsonObject metrics = JsonParser.parseString(Files.readString(
        SampleFiles.made("evaluate", "metrics.json"))).getAsJsonObject();
    JsonObject best = metrics.getAsJsonObject("models")
        .getAsJsonObject(metrics.get("best_model").getAsString());
    var promise = loaded.published().promise();
    assertEquals(best.get("r2").getAsDouble(), promise.r2(), 1e-9);
    assertEquals(best.getAsJsonObject("tonnes").get("mae").getAsDouble(), promise.tonnesMae(), 1e-6);
    assertEquals(metrics.get("test_rows").getAsInt(), promise.rows());
    assertEquals(promise.rows(), promise.types().stream().mapToInt(type -> type.rows()).sum());
  }

  @Test
  void theSameModelAgainIsPublishedAlready() throws IOException {
    publish(Bundles.sample()).ok();
    assertDecided("published", publish(Bundles.sample()));
    assertEquals(verdict().getAsJsonObject("champion").get("sha256"),
        verdict().getAsJsonObject("challenger").get("sha256"));
    assertFalse(verdict().has("comparison"), "with itself");
    assertEquals(1, register().kept().size());
  }

  @Test
  void aBetterModelTakesThePlaceOfAnother() throws IOException {
    publish(Bundles.weak(), ANY).ok();
    assertDecided("published", publish(Bundles.sample()));
    assertEquals(249, number("comparison", "rows"));
    assertEquals(0.005, number("gate", "margin"));
    assertEquals(2, register().kept().size());
    JsonObject comparison = verdict().getAsJsonObject("comparison");
    assertEquals(verdict().getAsJsonObject("challenger").get("r2").getAsDouble(),
        comparison.get("challenger_r2").getAsDouble(), 1e-12);
    assertTrue(comparison.get("difference").getAsDouble()
        > 3 * comparison.get("standard_error").getAsDouble());
    assertEquals(249, PageReader.read(folder.resolve("out/verdict.html"))
        .table("property type").column("rows").stream().mapToInt(Integer::parseInt).sum());
  }

  @Test
  void fewerTrialsThanThePublishedModelHadAreNamed() throws IOException {
    publish(Bundles.withTrials(Bundles.weak(), 50), ANY).ok();
    String version = register().version().orElseThrow();
    String fewer = "more than the margin of 0.005; it was searched with fewer trials than " + version
        + ": 5 instead of 50 (random_forest, svm, xgboost)";
    assertDecided("published", publish(Bundles.withTrials(Bundles.sample(), 5)));
    assertTrue(reason().endsWith(fewer), reason());
    assertDecided("not_better", publish(Bundles.withTrials(Bundles.sample(), 4)));
    assertTrue(reason().endsWith(": 4 instead of 5 (random_forest, svm, xgboost)"), reason());
    assertDecided("not_better", publish(Bundles.withTrials(Bundles.sample(), 6)));
    assertTrue(reason().endsWith("not more than the margin of 0.005"), reason());
  }

  @Test
  void aModelThatIsNoBetterIsNot() throws IOException {
    publish(Bundles.sample()).ok();
    String version = register().version().orElseThrow();
    assertDecided("not_better", publish(Bundles.withSeed(Bundles.sample(), 9)));
    assertEquals(0, number("comparison", "difference"), 1e-12);
    assertEquals(0.005, number("gate", "margin"));
    assertDecided("not_better", publish(Bundles.weak(), ANY));
    assertTrue(number("comparison", "difference") < 0);
    assertEquals(Optional.of(version), register().version());
    assertFalse(verdict().has("version"));
  }

  @Test
  void theRegisterCountsHowOftenTheSameBuildingsHaveDecidedWhicheverModelIsPublished() throws IOException {
    publish(Bundles.weak(), ANY).ok();
    assertFalse(verdict().has("promised"), "nothing was compared");
    publish(Bundles.sample()).ok();
    assertEquals(0, number("promised", "decided_before"));
    assertTrue(text().contains(". These buildings decide for the first time; because the best of several models is kept, it"
        + " promises R² 0."), text());
    var first = register().current().orElseThrow().promise();
    assertEquals(first.r2(), number("promised", "r2"));
    assertEquals(first.measured(), number("promised", "measured_r2"));
    assertTrue(first.r2() < first.measured() && first.r2() > first.measured() - 0.02, first.toString());
    publish(Bundles.withSeed(Bundles.sample(), 9)).ok();
    assertEquals(1, number("promised", "decided_before"));
    assertDecided("not_better", publish(Bundles.withSeed(Bundles.sample(), 8)));
    assertEquals(2, number("promised", "decided_before"));
    assertTrue(text().contains(" These buildings have decided 2 times before; because the best of several models is kept, "
        + register().version().orElseThrow() + " promises R² 0."), text());
    assertDecided("not_better", publish(Bundles.withSeed(Bundles.sample(), 8)));
    assertEquals(2, number("promised", "decided_before"), "the same two models");
    assertEquals(3, register().decisions().all().size());
    var promise = register().current().orElseThrow().promise();
    assertEquals(promise.r2(), number("promised", "r2"));
    assertEquals(promise.measured(), promise.r2(), "others that predict the same are as good");
  }

  @Test
  void buildingsOfAnotherSplitHaveDecidedByThePartThatTheyShare() throws IOException {
    publish(Bundles.weak(), ANY).ok();
    publish(Bundles.sample()).ok();
    for (int seed = 1; seed <= 5; seed++) {
      publish(Bundles.withSeed(Bundles.sample(), seed)).ok();
    }
    // All that are held out from both splits were held out from the first.
    publish(Bundles.withSplitSeed(Bundles.sample(), 1), "--gate=margin=-1").ok();
    assertEquals(6, number("promised", "decided_before"), 2);
    publish(Bundles.withSplitSeed(Bundles.withSeed(Bundles.sample(), 7), 1), "--gate=margin=-1").ok();
    assertEquals(2.8, number("promised", "decided_before"), 1.3);
  }

  @Test
  void aRegisterThatNoRowsHaveDecidedForIsWrittenAsEarlierVersionsReadIt() throws IOException {
    publish(Bundles.sample()).ok();
    String text = Files.readString(store().resolve("models/current.json"));
    assertTrue(text.contains("\"format\": 1,"), text);
    assertFalse(text.contains("decisions") || text.contains("measured_r2"), text);
  }

  @Test
  void theMarginMaySayThatAsGoodIsGoodEnough() throws IOException {
    publish(Bundles.sample()).ok();
    assertDecided("published",
        publish(Bundles.withSeed(Bundles.sample(), 9), "--gate=margin=-0.01"));
    assertDecided("not_better", publish(Bundles.withSeed(Bundles.sample(), 8), "--gate=margin=0.2"));
  }

  @Test
  void aModelBelowTheFloorIsPublishedNowhere() throws IOException {
    assertDecided("below_floor", publish(Bundles.sample(), "--gate=floor=0.97"));
    assertEquals(0.97, number("gate", "floor"));
    assertTrue(number("challenger", "r2") < 0.97);
    assertEquals(Optional.empty(), register().version());
    assertEquals(List.of(Files.readString(folder.resolve("out/verdict.md")).strip()),
        PageReader.read(folder.resolve("out/verdict.html")).bad());
  }

  @Test
  void modelsThatKnowAnotherThingAreNotCompared() throws IOException {
    publish(Bundles.sample()).ok();
    assertDecided("not_comparable",
        publish(Bundles.unmetered(folder.resolve("unmetered")), "--gate=floor=-1"));
    assertNotEquals(verdict().getAsJsonObject("champion").get("features"),
        verdict().getAsJsonObject("challenger").get("features"));
    assertFalse(verdict().has("comparison"));
    assertTrue(reason().contains(register().version().orElseThrow()), reason());
  }

  @Test
  void modelsOfOtherCitiesAreNotCompared() throws IOException {
    publish(Bundles.sample()).ok();
    assertDecided("not_comparable", publish(Bundles.ofChicago()));
    assertEquals("it is of Chicago and " + register().version().orElseThrow()
        + " is of Seattle; publish it to a store or a subfolder of its own", reason());
  }

  @Test
  void modelsOfOtherSplitsAreComparedWhereBothHaveEnoughHeldOutBuildings() throws IOException {
    publish(Bundles.weak(), ANY).ok();
    assertDecided("published", publish(Bundles.withSplitSeed(Bundles.sample(), 1)));
    assertCompared(75, 41);
    Path few = Sheet.of(SampleFiles.made("clean", "rows.csv"))
        .keep("OSEBuildingID", id -> id.endsWith("3")).to(folder.resolve("few.csv"));
    Bundle other = Bundles.withSplitSeed(Bundles.sample(), 2);
    assertDecided("not_comparable", Bundles.publish(other, few, folder).with("--store", store())
        .into(folder.resolve("out")).run());
    assertFalse(verdict().has("comparison"));
    // The remedy is to train it with the published one's split.
    assertTrue(reason().contains(register().version().orElseThrow())
        && reason().contains("split seed 1"), reason());
  }

  @Test
  void aModelThatPeopleHaveRolledBackFromStaysAway() throws IOException {
    publish(Bundles.weak(), ANY).ok();
    publish(Bundles.sample()).ok();
    String turnedAway = register().version().orElseThrow();
    new Publication(models(), InstantSource.system()).rollBack(Optional.empty());
    assertDecided("rolled_back", publish(Bundles.sample()));
    assertTrue(reason().contains("carbonflow models rollback " + turnedAway), reason());
    assertDecided("published", publish(Bundles.withSeed(Bundles.sample(), 9)));
  }

  @Test
  void whereThereIsNowhereToPublishToThatIsSaid() throws IOException {
    StepOutcome outcome = SampleFiles.call("publish").into(folder.resolve("out")).run().ok();
    assertTrue(outcome.out().contains("Output=nowhere\n"), outcome.out());
    SampleFiles.call("publish").into(folder.resolve("out")).run("--gate=floor=0.97").ok();
    assertEquals("below_floor", verdict().get("decision").getAsString());
  }

  @Test
  void theVerdictGoesWhereItIsWantedOrNowhere() throws IOException {
    publish(Bundles.sample(), "--verdict-key=verdicts/run-7.json").ok();
    assertTrue(Files.exists(store().resolve("verdicts/run-7.json")));
    publish(Bundles.sample(), "--verdict-key=").ok();
    assertFalse(Files.exists(store().resolve("verdict.json")));
  }

  @Test
  void noVerdictGoesWherePublishedModelsAre() throws IOException {
    publish(Bundles.sample()).ok();
    byte[] register = Files.readAllBytes(store().resolve("models/current.json"));
    for (String key : List.of("models/current.json", "/Models/x.json")) {
      publish(Bundles.weak(), "--verdict-key=" + key).isWrongUse("--verdict-key", "'" + key + "' leads to published models");
    }
    SampleFiles.call("publish").with("--bucket", store().toUri()).with("--subfolder", "models")
        .with("--verdict-key", "current.json").into(folder.resolve("out")).run()
        .isWrongUse("--subfolder", "'models' leads to published models");
    SampleFiles.call("publish").with("--store", store().resolve("models")).with("--verdict-key", "current.json")
        .into(folder.resolve("out")).run().fails("models", "leads with the key \"current.json\" to published models");
    assertArrayEquals(register, Files.readAllBytes(store().resolve("models/current.json")));
  }

  @Test
  void filesOfTwoRunsAreRefused() throws IOException {
    StepCall call = Bundles.publish(Bundles.weak(), folder).with("--store", store())
        .into(folder.resolve("out"));
    Path metrics = SampleFiles.made("evaluate", "metrics.json");
    call.with("--metrics", metrics).run().fails(metrics + ": ");
    Path other = Files.writeString(folder.resolve("other.json"), "{\"models\": {\"lasso\": {}}}");
    call.with("--metrics", other).run().fails(other + ": ", Bundles.weak().name());
    Path train = Sheet.of(SampleFiles.made("clean", "rows.csv"))
        .keep("in_train", "True"::equalsIgnoreCase).to(folder.resolve("train.csv"));
    call.with("--rows", train).run().fails(train + ": ", "held out");
    assertFalse(Files.exists(store()));
    assertEquals(List.of(), Optional.ofNullable(folder.resolve("out").toFile().list())
        .map(List::of).orElse(List.of()));
  }
}
