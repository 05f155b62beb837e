package io.carbonflow.components.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.Bundles;
import io.carbonflow.components.StepCall;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
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

  private void assertDecided(String decision, StepOutcome outcome, String... parts) throws IOException {
    outcome.ok();
    assertTrue(outcome.out().contains("Output=" + decision + "\n"), outcome.out());
    assertEquals(decision, verdict().get("decision").getAsString());
    for (String part : parts) {
      assertTrue(outcome.out().contains(part), () -> "no '" + part + "' in " + outcome.out());
    }
    String page = Files.readString(folder.resolve("out/verdict.html"));
    assertTrue(page.contains(verdict().get("reason").getAsString().substring(0, 20)), page);
    assertEquals(-1, Files.mismatch(
        folder.resolve("out/verdict.json"), store().resolve("verdict.json")));
  }

  @Test
  void theFirstModelIsPublishedAsItWasSavedWithItsScores() throws IOException {
    StepCall call = SampleFiles.call("publish").with("--store", store()).into(folder.resolve("out"));
    assertDecided("published", call.run(), "reason=it is the first model here");
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
    assertDecided("published", publish(Bundles.sample()), "which is published already");
    assertEquals(1, register().kept().size());
  }

  @Test
  void aBetterModelTakesThePlaceOfAnother() throws IOException {
    publish(Bundles.weak(), ANY).ok();
    assertDecided("published", publish(Bundles.sample()), "on the same 249 rows",
        "more than the margin of 0.005");
    assertEquals(2, register().kept().size());
    JsonObject comparison = verdict().getAsJsonObject("comparison");
    assertEquals(verdict().getAsJsonObject("challenger").get("r2").getAsDouble(),
        comparison.get("challenger_r2").getAsDouble(), 1e-12);
    assertTrue(comparison.get("difference").getAsDouble()
        > 3 * comparison.get("standard_error").getAsDouble());
    assertTrue(Files.readString(folder.resolve("out/verdict.html")).contains("Warehouse"));
  }

  @Test
  void aModelThatIsNoBetterIsNot() throws IOException {
    publish(Bundles.sample()).ok();
    String version = register().version().orElseThrow();
    assertDecided("not_better", publish(Bundles.withSeed(Bundles.sample(), 9)),
        "a difference of +0.0000", "not more than the margin of 0.005");
    assertDecided("not_better", publish(Bundles.weak(), ANY), "not more than");
    assertEquals(Optional.of(version), register().version());
    assertFalse(verdict().has("version"));
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
    assertDecided("below_floor", publish(Bundles.sample(), "--gate=floor=0.97"),
        "is below the floor of 0.97");
    assertEquals(Optional.empty(), register().version());
    assertTrue(Files.readString(folder.resolve("out/verdict.md")).startsWith(
        "Not published, and the run fails: R² 0.8"));
    assertTrue(Files.readString(folder.resolve("out/verdict.html")).contains("class=\"bad\""));
  }

  @Test
  void modelsThatKnowAnotherThingAreNotCompared() throws IOException {
    publish(Bundles.sample()).ok();
    assertDecided("not_comparable",
        publish(Bundles.unmetered(folder.resolve("unmetered")), "--gate=floor=-1"),
        "it is unmetered and 0001-", "is metered", "a subfolder of its own");
  }

  @Test
  void modelsOfOtherSplitsAreComparedWhereBothHaveEnoughHeldOutBuildings() throws IOException {
    publish(Bundles.weak(), ANY).ok();
    assertDecided("published", publish(Bundles.withSplitSeed(Bundles.sample(), 1)),
        "on the same 75 rows of 41 buildings that neither was trained on");
    Path few = Sheet.of(SampleFiles.made("clean", "rows.csv"))
        .keep("OSEBuildingID", id -> id.endsWith("3")).to(folder.resolve("few.csv"));
    Bundle other = Bundles.withSplitSeed(Bundles.sample(), 2);
    assertDecided("not_comparable", Bundles.publish(other, few, folder).with("--store", store())
        .into(folder.resolve("out")).run(), "buildings are held out from it and from 0002-",
        "fewer than 30", "train it with split seed 1");
  }

  @Test
  void aModelThatPeopleHaveTurnedAwayFromStaysAway() throws IOException {
    publish(Bundles.weak(), ANY).ok();
    publish(Bundles.sample()).ok();
    String turnedAway = register().version().orElseThrow();
    new Publication(models(), InstantSource.system()).rollBack(Optional.empty());
    assertDecided("rolled_back", publish(Bundles.sample()), "it is " + turnedAway
        + ", which was turned away from at", "carbonflow models rollback " + turnedAway);
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
  void filesOfTwoRunsAreRefused() throws IOException {
    StepCall call = Bundles.publish(Bundles.weak(), folder).with("--store", store())
        .into(folder.resolve("out"));
    Path metrics = SampleFiles.made("evaluate", "metrics.json");
    call.with("--metrics", metrics).run().fails(metrics, "says that ", "but the bundle reaches",
        "of one run");
    Path other = Files.writeString(folder.resolve("other.json"), "{\"models\": {\"lasso\": {}}}");
    call.with("--metrics", other).run().fails(other, "has no scores of ");
    Path train = Sheet.of(SampleFiles.made("clean", "rows.csv"))
        .keep("in_train", "True"::equalsIgnoreCase).to(folder.resolve("train.csv"));
    call.with("--rows", train).run().fails(train, "has no row of a building that is held out");
    assertFalse(Files.exists(store()));
    assertEquals(List.of(), Optional.ofNullable(folder.resolve("out").toFile().list())
        .map(List::of).orElse(List.of()));
  }
}
