// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.infer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.base.file.Sha256;
import io.carbonflow.components.Bundles;
import io.carbonflow.components.StepCall;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.store.S3Server;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The published sample model predicts the sample rows of 2016.
class InferTest {
  @TempDir Path folder;

  private StepCall infer(Path store) {
    return SampleFiles.call("infer").with("--store", store).into(folder.resolve("out"));
  }

  private JsonObject report() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("out/inference.json")))
        .getAsJsonObject();
  }

  @Test
  void predictionsAreThoseOfPredictWithTheVersionInEachLine() throws IOException {
    String version = infer(SampleFiles.published()).run().ok().out().strip().replace("version=", "");
    assertTrue(version.startsWith("0001-"), version);
    SampleFiles.call("predict").with("--rows", SampleFiles.DATA_2016).into(folder.resolve("plain")).run()
        .ok();
    Sheet plain = Sheet.of(folder.resolve("plain/predictions.csv"));
    Sheet named = Sheet.of(folder.resolve("out/predictions.csv"));
    assertEquals(plain.size(), named.size());
    for (int row = 0; row < named.size(); row++) {
      assertEquals(version, named.get(row, "model_version"));
    }
    assertEquals(plain, named.drop("model_version"));
    assertTrue(Files.readString(folder.resolve("out/inference.md")).startsWith(
        named.size() + " rows were predicted by " + version + " ("));
    assertTrue(Pattern.compile("\nThey come to [0-9,]+ t \\([0-9,]+ to [0-9,]+\\), [0-9.]+ t on"
        + " average\\.\n").matcher(Files.readString(folder.resolve("out/inference.md"))).find());
    assertEquals(Sheet.of(folder.resolve("plain/totals.csv")),
        Sheet.of(folder.resolve("out/totals.csv")));
  }

  @Test
  void theReportSaysWhatBelongsTogetherAndIsInTheStoreWithThePredictions() throws IOException {
    Path store = SampleFiles.published();
    infer(store).with("--predictions-key", "nightly/7").run().ok();
    for (String file : List.of("predictions.csv", "totals.csv", "inference.json")) {
      assertEquals(-1, Files.mismatch(
          folder.resolve("out").resolve(file), store.resolve("nightly/7").resolve(file)));
    }
    byte[] predictions = Files.readAllBytes(store.resolve("nightly/7/predictions.csv"));
    assertEquals(Sha256.of(predictions), report().get("predictions_sha256").getAsString());
    assertEquals(Sha256.of(Files.readAllBytes(SampleFiles.DATA_2016)),
        report().get("rows_sha256").getAsString());
    assertEquals(Sheet.of(folder.resolve("out/predictions.csv")).size(),
        report().get("predicted").getAsInt());
    assertTrue(report().getAsJsonArray("not_predicted").size() > 10);
    assertFalse(Files.exists(store.resolve("nightly/7/explanations.csv")));
  }

  @Test
  void whereOneFileCannotBeWrittenNoneIsThereAndNothingIsSent() {
    Path store = SampleFiles.published();
    for (String output : List.of("--totals", "--inference-report", "--inference-page")) {
      infer(store).with("--predictions-key", "broken").with(output, folder).run()
          .fails(folder + ": cannot be written (it is a folder)");
      assertArrayEquals(new String[0], folder.resolve("out").toFile().list());
      assertFalse(Files.exists(store.resolve("broken")));
    }
  }

  @Test
  void whereMostRowsAreNotPredictedItFailsAndTheStoreKeepsWhatItHas() throws IOException {
    Path store = SampleFiles.published();
    infer(store).with("--predictions-key", "kept").run().ok();
    byte[] before = Files.readAllBytes(store.resolve("kept/predictions.csv"));
    Sheet sheet = Sheet.of(SampleFiles.DATA_2016).rename("YearBuilt", "Year_build");
    for (int row = 0; row < sheet.size(); row++) {
      sheet.set(row, "NaturalGas(kBtu)", "").set(row, "Electricity(kBtu)", "");
    }
    Path rows = sheet.to(folder.resolve("rows.csv"));
    StepOutcome outcome =
        infer(store).with("--rows", rows).with("--predictions-key", "kept").run();
    assertEquals(1, outcome.exit(), outcome.err());
    assertTrue(outcome.err().startsWith("infer: MOST ROWS ARE NOT PREDICTED: "), outcome.err());
    String last = outcome.err().lines().toList().getLast();
    assertTrue(last.startsWith("infer: " + rows + ": most rows cannot be predicted: ")
        && last.contains(" because Electricity(kBtu), NaturalGas(kBtu) or SteamUse(kBtu) is blank")
        && last.endsWith("; fix the table, or leave such rows out of it; the predictions already in"
        + " the store are kept"), last);
    assertArrayEquals(before, Files.readAllBytes(store.resolve("kept/predictions.csv")));
    assertTrue(Files.readString(folder.resolve("out/inference.md")).contains(
        "Careful: the table lacks a column that features are made of; not known of any row: age"
            + " without YearBuilt (Year_build looks like it)."));
  }

  @Test
  void noPredictionsGoIntoAVersion() throws IOException {
    Path store = SampleFiles.published();
    String version = List.of(store.resolve("models/versions").toFile().list()).getFirst();
    infer(store).with("--predictions-key", "models/versions/" + version).run()
        .isWrongUse("--predictions-key", "leads to published models");
    infer(store.resolve("models")).with("--predictions-key", "versions/" + version).run()
        .fails("leads with the key \"versions/" + version + "\" to published models");
    assertFalse(Files.exists(store.resolve("models/versions").resolve(version).resolve("predictions.csv")));
  }

  @Test
  void reasonsGoToTheStoreIfTheyAreWanted() throws IOException {
    Path few = Sheet.of(SampleFiles.DATA_2016).keep("OSEBuildingID", id -> id.endsWith("17"))
        .to(folder.resolve("few.csv"));
    infer(SampleFiles.published()).with("--rows", few).with("--explain", true)
        .with("--predictions-key", "explained").run().ok();
    assertEquals(-1, Files.mismatch(folder.resolve("out/explanations.csv"),
        SampleFiles.published().resolve("explained/explanations.csv")));
  }

  @Test
  void lastYearsTableMayBeGivenAndIsNamedInTheReport() throws IOException {
    Path store = SampleFiles.published();
    infer(store).with("--last-year", SampleFiles.DATA_2015).with("--predictions-key", "known").run().ok();
    Sheet named = Sheet.of(store.resolve("known/predictions.csv"));
    assertEquals(List.of("method", "model_version"), named.header().subList(10, 12));
    SampleFiles.call("predict").with("--rows", SampleFiles.DATA_2016)
        .with("--last-year", SampleFiles.DATA_2015).into(folder.resolve("plain")).run().ok();
    assertEquals(Sheet.of(folder.resolve("plain/predictions.csv")), named.drop("model_version"));
    assertEquals(Sha256.of(Files.readAllBytes(SampleFiles.DATA_2015)),
        report().get("last_year_sha256").getAsString());
    assertTrue(report().getAsJsonObject("predicted_by_method").get("last_year_residual").getAsInt() > 100);
  }

  @Test
  void aVersionMayBeNamed() throws IOException {
    Path store = folder.resolve("store");
    for (int seed = 1; seed <= 2; seed++) {
      Bundles.publish(Bundles.withSeed(Bundles.weak(), seed), folder).with("--store", store)
          .with("--gate", "floor=-1,margin=-1").into(folder.resolve("published")).run().ok();
    }
    String current = infer(store).run().ok().out();
    String first = List.of(store.resolve("models/versions").toFile().list()).stream().sorted()
        .findFirst().orElseThrow();
    assertTrue(current.startsWith("version=0002-"), current);
    assertEquals("version=" + first + "\n",
        infer(store).with("--model-version", first).run().ok().out());
    infer(store).with("--model-version", "0003-x").run()
        .fails(store, "there is no version 0003-x; there are 0002-");
  }

  @Test
  void rowsAndStoreMayBeInABucket() throws Exception {
    S3Server.useCredentials();
    try (S3Server server = S3Server.inMemory().bucket("city");
        Store bucket = Store.open(StoreUri.parse("s3://city"),
            StoreOptions.of(Map.of()).withEndpoint(server.endpoint()))) {
      bucket.write("raw/2016.csv", SampleFiles.DATA_2016);
      SampleFiles.call("publish").with("--bucket", "city").with("--subfolder", "team")
          .with("--s3-endpoint", server.endpoint()).into(folder.resolve("published")).run().ok();
      StepCall.of("infer").with("--rows", "raw/2016.csv").with("--bucket", "city")
          .with("--subfolder", "team").with("--s3-endpoint", server.endpoint())
          .into(folder.resolve("out")).run().ok();
      assertTrue(bucket.exists("team/predictions/predictions.csv"));
      assertTrue(bucket.exists("team/predictions/inference.json"));
    }
  }

  @Test
  void whatIsMissingIsNamed() {
    Path none = folder.resolve("none");
    infer(none).run().fails(none.resolve("models/current.json"), "no model has been published");
    infer(none).without("--store").run().fails("--store: neither a store nor a bucket is given");
    infer(SampleFiles.published()).with("--level", 0.998).run().fails("--level: 0.998 is more than");
    assertFalse(Files.exists(folder.resolve("out")));
  }

  /// The sample rows of 2016 in two tables of a folder, of which the second has a row of the first again.
  private Path inTwoTables() throws IOException {
    Path tables = Files.createDirectories(folder.resolve("tables"));
    Sheet first = Sheet.of(SampleFiles.DATA_2016);
    Sheet second = Sheet.of(SampleFiles.DATA_2016);
    int half = first.size() / 2;
    first.rows().subList(half, first.size()).clear();
    second.rows().subList(0, half - 1).clear();
    first.to(tables.resolve("a.csv"));
    second.rename("ENERGYSTARScore", "energystar score").to(tables.resolve("b.csv"));
    return tables;
  }

  @Test
  void rowsOfManyTablesArePredictedAsThoseOfOne() throws IOException {
    StepCall call = infer(SampleFiles.published()).with("--total-by", "Neighborhood");
    call.run().ok();
    byte[] predictions = Files.readAllBytes(folder.resolve("out/predictions.csv"));
    byte[] totals = Files.readAllBytes(folder.resolve("out/totals.csv"));
    Path tables = inTwoTables();
    call.with("--rows", tables + "/").run().ok();
    assertArrayEquals(predictions, Files.readAllBytes(folder.resolve("out/predictions.csv")));
    assertArrayEquals(totals, Files.readAllBytes(folder.resolve("out/totals.csv")));
    assertFalse(report().has("rows_sha256"));
    assertEquals(List.of(tables.resolve("a.csv").toString(), tables.resolve("b.csv").toString()),
        report().getAsJsonArray("rows_tables").asList().stream()
            .map(one -> one.getAsJsonObject().get("name").getAsString()).toList());
    String page = Files.readString(folder.resolve("out/inference.html"));
    assertTrue(page.contains(tables.resolve("a.csv") + ", SHA-256") && page.contains(tables.resolve("b.csv").toString()));
  }

  @Test
  void noTableAtAllIsWrongUse() {
    infer(SampleFiles.published()).with("--rows", "[]").run().isWrongUse("--rows: no table is given");
  }
}
