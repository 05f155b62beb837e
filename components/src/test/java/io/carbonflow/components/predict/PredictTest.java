// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictTest {
  private static final String ID = "OSEBuildingID";
  private static final String SITE_ENERGY = "SiteEnergyUse(kBtu)";
  @TempDir Path folder;

  /// Tonnes by building and year.
  private static Map<String, String> tonnes(Path predictions) {
    Sheet sheet = Sheet.of(predictions);
    assertEquals(List.of(ID, "DataYear", "predicted_tonnes", "lower_tonnes", "upper_tonnes", "mean_tonnes",
        "outside_training", "measured_tonnes", "property_type", "property_name"), sheet.header());
    Map<String, String> tonnes = new TreeMap<>();
    sheet.rows().forEach(row -> tonnes.put(row.get(0) + " " + row.get(1), row.get(2)));
    return tonnes;
  }

  @Test
  void aLineSaysWhatWasMeasuredAndOfWhatKindTheBuildingIsAndWhatItIsCalled() {
    predict(SampleFiles.DATA_2016).ok();
    Sheet table = Sheet.of(SampleFiles.DATA_2016);
    Map<String, List<String>> known = new TreeMap<>();
    List<String> columns = List.of("TotalGHGEmissions", "PrimaryPropertyType", "PropertyName");
    for (int row = 0; row < table.size(); row++) {
      int at = row;
      known.put(table.get(row, ID), columns.stream().map(column -> table.get(at, column).strip()).toList());
    }
    Sheet predictions = Sheet.of(folder.resolve("predictions.csv"));
    for (int row = 0; row < predictions.size(); row++) {
      List<String> expected = known.get(predictions.get(row, ID));
      assertEquals(Double.parseDouble(expected.get(0)), Double.parseDouble(predictions.get(row, "measured_tonnes")));
      assertEquals(expected.subList(1, 3),
          List.of(predictions.get(row, "property_type"), predictions.get(row, "property_name")));
    }
  }

  @Test
  void whatWasNotMeasuredStaysEmpty() {
    predict(changed(SampleFiles.DATA_2016, sheet -> sheet.drop("TotalGHGEmissions").drop("PropertyName"))).ok();
    Sheet predictions = Sheet.of(folder.resolve("predictions.csv"));
    assertEquals(Set.of(""), Set.copyOf(predictions.column("measured_tonnes")));
    assertEquals(Set.of(""), Set.copyOf(predictions.column("property_name")));
  }

  private StepOutcome predict(Path rows) {
    return SampleFiles.call("predict").with("--rows", rows).into(folder).run();
  }

  private Map<String, String> predicted(Path rows) {
    predict(rows).ok();
    return tonnes(folder.resolve("predictions.csv"));
  }

  private Path changed(Path table, Consumer<Sheet> change) {
    Sheet sheet = Sheet.of(table);
    change.accept(sheet);
    return sheet.to(folder.resolve("rows.csv"));
  }

  private JsonObject report() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("prediction.json")))
        .getAsJsonObject();
  }

  @Test
  void rawRowsOfEitherYearMergedRowsAndCleanRowsGiveTheSamePredictions() {
    Map<String, String> heldOut = tonnes(SampleFiles.made("predict", "predictions.csv"));
    Map<String, String> raw = predicted(SampleFiles.DATA_2015);
    raw.putAll(predicted(SampleFiles.DATA_2016));
    Map<String, String> merged = predicted(SampleFiles.made("merge", "merged.csv"));
    Map<String, String> clean = predicted(SampleFiles.made("clean", "rows.csv"));
    heldOut.forEach((key, tonnes) -> {
      assertEquals(tonnes, raw.get(key), key);
      assertEquals(tonnes, merged.get(key), key);
      assertEquals(tonnes, clean.get(key), key);
    });
  }

  @Test
  void theOneTableGoesToStandardOutputAndNothingIsLeftInTheWorkingFolder() throws IOException {
    List<String> before = here();
    StepOutcome outcome = SampleFiles.call("predict").run().ok();
    assertEquals(Files.readString(SampleFiles.made("predict", "predictions.csv")), outcome.out());
    assertTrue(outcome.err().startsWith("predict: "), outcome.err());
    assertTrue(outcome.err().contains(" rows predicted"), outcome.err());
    assertEquals(before, here());
  }

  @Test
  void furtherFilesAreWrittenForWhoAsksForThem() throws IOException {
    SampleFiles.call("predict").with("--prediction-report", folder.resolve("prediction.json")).run().ok();
    assertEquals(1, folder.toFile().list().length);
    assertTrue(report().has("predicted"));
  }

  @Test
  void whereOneFileCannotBeWrittenAllStayAsTheyWere() throws IOException {
    Path earlier = Files.writeString(folder.resolve("predictions.csv"), "earlier");
    for (String output : List.of("--totals", "--explanations", "--prediction-report")) {
      for (Path unwritable : List.of(folder, Path.of("/dev/full"))) {
        SampleFiles.call("predict").into(folder).with(output, unwritable).run()
            .fails(unwritable + ": cannot be written");
        assertEquals(List.of("predictions.csv"), List.of(folder.toFile().list()));
        assertEquals("earlier", Files.readString(earlier));
      }
      assertEquals("", SampleFiles.call("predict").with(output, folder).run().out());
    }
  }

  private static List<String> here() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(""))) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void siteEnergyDecidesNothingWhileTheSharesStay() {
    Map<String, String> before = tonnes(SampleFiles.made("predict", "predictions.csv"));
    Path rows = changed(SampleFiles.made("prepare", "held-out.csv"), sheet -> {
      for (int row = 0; row < sheet.size(); row++) {
        sheet.set(row, SITE_ENERGY, "1").set(row, "TotalGHGEmissions", "7");
      }
    });
    assertEquals(before, predicted(rows));
  }

  @Test
  void twiceTheMetersWithTheSameSharesGiveTheSamePrediction() {
    Map<String, String> before = predicted(SampleFiles.DATA_2016);
    Path rows = changed(SampleFiles.DATA_2016, sheet -> {
      for (int row = 0; row < sheet.size(); row++) {
        for (String column : List.of(SITE_ENERGY, "SteamUse(kBtu)", "Electricity(kBtu)",
            "NaturalGas(kBtu)")) {
          String energy = sheet.get(row, column).replace(",", "");
          if (energy.matches("-?[0-9.]+")) {
            sheet.set(row, column, String.valueOf(4 * Double.parseDouble(energy)));
          }
        }
      }
    });
    assertEquals(before, predicted(rows));
  }

  @Test
  void aRowThatCannotBePredictedIsCountedAndEndsNothing() throws IOException {
    Map<String, String> before = predicted(SampleFiles.DATA_2016);
    int skipped = report().getAsJsonArray("not_predicted").size();
    String first = before.keySet().iterator().next().split(" ")[0];
    Path rows = changed(SampleFiles.DATA_2016, sheet -> {
      for (int row = 0; row < sheet.size(); row++) {
        if (sheet.get(row, ID).equals(first)) {
          sheet.set(row, SITE_ENERGY, "a lot");
        }
      }
    });
    StepOutcome outcome = predict(rows).ok();
    Map<String, String> after = tonnes(folder.resolve("predictions.csv"));
    assertEquals(before.size() - 1, after.size());
    after.forEach((key, tonnes) -> assertEquals(before.get(key), tonnes));
    assertEquals(skipped + 1, report().getAsJsonArray("not_predicted").size());
    assertEquals(after.size(), report().get("predicted").getAsInt());
    assertTrue(report().get("not_predicted").toString().contains("a lot"));
    assertTrue(outcome.err().contains(after.size() + " rows predicted, "), outcome.err());
  }

  @Test
  void aCategoryNeverSeenIsPredictedAndCounted() throws IOException {
    Map<String, String> before = predicted(SampleFiles.DATA_2016);
    Path rows = changed(SampleFiles.DATA_2016, sheet -> {
      for (int row = 0; row < sheet.size(); row++) {
        sheet.set(row, "Neighborhood", "Atlantis");
      }
    });
    assertEquals(before.keySet(), predicted(rows).keySet());
    assertTrue(report().getAsJsonObject("categories_never_seen").toString()
        .toLowerCase(java.util.Locale.ROOT).contains("atlantis"), report().toString());
  }

  @Test
  void anOptionalColumnMayBeMissingAndARequiredOneIsNamed() {
    Map<String, String> before = predicted(SampleFiles.DATA_2016);
    Path fewer = changed(SampleFiles.DATA_2016, sheet -> sheet.drop("YearBuilt").drop("Neighborhood")
        .drop("TotalGHGEmissions").drop("ENERGYSTARScore").drop("Latitude"));
    assertEquals(before.keySet(), predicted(fewer).keySet());
    predict(changed(SampleFiles.DATA_2016, sheet -> sheet.drop("NaturalGas(kBtu)")))
        .fails(folder.resolve("rows.csv"), "line 1", "has no column NaturalGas(kBtu)");
  }

  @Test
  void aTableWithoutRowsGivesNone() throws IOException {
    assertEquals(Map.of(), predicted(changed(SampleFiles.DATA_2016, s -> s.keep(ID, _ -> false))));
    assertEquals(0, report().get("predicted").getAsInt());
  }

  @Test
  void withoutMetersNoEnergyIsLookedAt() throws IOException {
    Path steps = folder.resolve("steps");
    Path prepared = steps.resolve("prepare");
    SampleFiles.call("prepare").with("--features", "unmetered").into(prepared).run().ok();
    for (String step : SampleFiles.TRAIN_STEPS) {
      SampleFiles.call(step).with("--train", prepared.resolve("train.csv")).with("--iterations", 1)
          .into(steps.resolve(step)).run().ok();
    }
    var evaluate = SampleFiles.call("evaluate").with("--train", prepared.resolve("train.csv"))
        .with("--test", prepared.resolve("test.csv"))
        .with("--transformer", prepared.resolve("transformer.json"));
    var best = SampleFiles.call("train-best").with("--train", prepared.resolve("train.csv"))
        .with("--transformer", prepared.resolve("transformer.json"))
        .with("--choice", steps.resolve("choice.json"))
        .with("--calibration", steps.resolve("calibration.json"));
    for (String step : SampleFiles.TRAIN_STEPS) {
      String option = step.replace("train", "-");
      Path model = steps.resolve(step).resolve("model.bin");
      evaluate = evaluate.with(option + "-search", steps.resolve(step).resolve("search.json"))
          .with(option + "-model", model);
      best = best.with(option + "-model", model);
    }
    evaluate.into(steps).run().ok();
    best.into(steps).run().ok();
    var predict = SampleFiles.call("predict").with("--bundle", steps.resolve("model.carbonflow"));

    predict.with("--rows", SampleFiles.DATA_2016).into(folder).run().ok();
    Map<String, String> before = tonnes(folder.resolve("predictions.csv"));
    Path rows = changed(SampleFiles.DATA_2016, sheet -> List.copyOf(sheet.header()).stream()
        .filter(column -> column.matches(".*(kBtu|kWh|therms|GHG|ENERGYSTARScore).*"))
        .forEach(sheet::drop));
    predict.with("--rows", rows).into(folder).run().ok();
    Map<String, String> after = tonnes(folder.resolve("predictions.csv"));
    assertTrue(after.size() > 300, after.size() + " rows");
    before.forEach((key, tonnes) -> assertEquals(tonnes, after.get(key), key));
  }

  @Test
  void aNewerBundleIsRefusedWithItsVersion() throws IOException {
    byte[] bundle = Files.readAllBytes(SampleFiles.made("train-best", "model.carbonflow"));
    String header = "carbonflow-bundle 5 ";
    assertEquals(header, new String(bundle, 0, header.length(), StandardCharsets.US_ASCII));
    bundle[header.length() - 2] = '9';
    Path newer = Files.write(folder.resolve("newer.carbonflow"), bundle);
    SampleFiles.call("predict").with("--bundle", newer).into(folder.resolve("out")).run()
        .fails(newer, "version 9", "reads up to 5", "the release that wrote it");
  }

  @Test
  void aBundleWithOneBitChangedIsRefusedWhereverItIs() throws IOException {
    byte[] bundle = Files.readAllBytes(SampleFiles.made("train-best", "model.carbonflow"));
    Path altered = folder.resolve("altered.carbonflow");
    for (int part = 0; part < 8; part++) {
      byte[] bytes = bundle.clone();
      bytes[(int) ((long) (bytes.length - 1) * part / 7)] ^= 4;
      Files.write(altered, bytes);
      SampleFiles.call("predict").with("--bundle", altered).into(folder.resolve("out")).run()
          .fails(altered);
    }
    Files.write(altered, Arrays.copyOf(bundle, bundle.length - 1));
    SampleFiles.call("predict").with("--bundle", altered).into(folder.resolve("out")).run()
        .fails(altered, "altered or cut off");
    assertFalse(Files.exists(folder.resolve("out")));
  }
}
