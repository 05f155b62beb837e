// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.StepCall;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.page.PageReader;
import io.carbonflow.components.predict.PredictFactorsTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found of the published sample model on new rows that are made of the sample rows.
class MonitorTest {
  private static final List<String> ENERGY = List.of("SiteEnergyUse(kBtu)", "SteamUse(kBtu)",
      "Electricity(kBtu)", "NaturalGas(kBtu)", "TotalGHGEmissions");
  @TempDir Path folder;

  private StepCall monitor(Path rows) {
    return SampleFiles.call("monitor").with("--rows", rows).into(folder.resolve("out"));
  }

  /// The sample rows of 2016 with cells changed.
  private Path changed(List<String> columns, UnaryOperator<String> change) {
    Sheet sheet = Sheet.of(SampleFiles.DATA_2016);
    for (int row = 0; row < sheet.size(); row++) {
      for (String column : columns) {
        String cell = sheet.get(row, column);
        if (!cell.isEmpty()) {
          sheet.set(row, column, change.apply(cell));
        }
      }
    }
    return sheet.to(folder.resolve("rows.csv"));
  }

  private static UnaryOperator<String> times(double factor) {
    return cell -> cell.matches("[0-9.,]+")
        ? Double.toString(factor * Double.parseDouble(cell.replace(",", ""))) : cell;
  }

  private JsonObject found() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("out/monitoring.json")))
        .getAsJsonObject();
  }

  private PageReader page() throws IOException {
    return PageReader.read(folder.resolve("out/monitoring.html"));
  }

  private void assertFound(StepOutcome outcome, String health, boolean drift, boolean training)
      throws IOException {
    outcome.ok();
    assertEquals("Output=" + training + "\n", outcome.out());
    assertEquals(health, found().get("health").getAsString());
    assertEquals(drift, found().get("drift").getAsBoolean());
    assertEquals(training, found().get("training_starts").getAsBoolean());
  }

  private JsonObject change(String family, String name) throws IOException {
    for (JsonElement one : found().getAsJsonArray(family)) {
      if (one.getAsJsonObject().get("name").getAsString().equals(name)) {
        return one.getAsJsonObject();
      }
    }
    throw new AssertionError("no " + name + " in " + family);
  }

  @Test
  void rowsAsTheyWereAreNoAlarm() throws IOException {
    assertFound(monitor(SampleFiles.DATA_2016).run(), "as_promised", false, false);
    JsonObject unseen = found().getAsJsonObject("unseen_buildings");
    assertTrue(unseen.get("rows").getAsInt() > 100);
    assertTrue(found().getAsJsonObject("all_buildings").get("rows").getAsInt()
        > 2 * unseen.get("rows").getAsInt());
    assertEquals(29, found().getAsJsonArray("inputs").size());
    assertEquals(List.of(), page().bad());
    for (String file : List.of("monitoring.json", "monitoring.html")) {
      assertEquals(-1, Files.mismatch(folder.resolve("out").resolve(file),
          SampleFiles.published().resolve(file)));
    }
  }

  @Test
  void buildingsThatUseMoreThanTheModelThinksAreADegradation() throws IOException {
    Path rows = changed(ENERGY, times(1.8));
    assertFound(monitor(rows).run(), "degraded", false, true);
    JsonObject r2 = change("scores", "R²");
    assertTrue(r2.get("alarm").getAsBoolean());
    assertTrue(r2.get("p").getAsDouble() <= 0.05);
    assertEquals(r2.get("before").getAsDouble() - r2.get("now").getAsDouble(),
        r2.get("difference").getAsDouble(), 1e-12);
    assertEquals(Files.readAllLines(folder.resolve("out/monitoring.md")).getFirst(),
        page().bad().getFirst());
    assertFound(monitor(rows).with("--retrain", "never").run(), "degraded", false, false);
    assertFound(monitor(rows).with("--tolerance", "r2=1,mae=9,coverage=1").run(), "as_promised", false, false);
  }

  /// Of an all-electric building the electricity is 1.00004 of the energy in some years and all of it in others.
  @Test
  void howATableRoundsIsNoDrift() throws IOException {
    assertFound(monitor(changed(List.of("SiteEnergyUse(kBtu)"), times(0.9999))).run(), "as_promised", false, false);
  }

  /// The energy is as it was, and electricity emits a third: no model is worse by that.
  @Test
  void otherEmissionFactorsAreAChangeOfTheDataAndNoAlarm() throws IOException {
    Path rows = PredictFactorsTest.of2019().to(folder.resolve("rows.csv"));
    assertFound(monitor(rows).run(), "as_promised", false, false);
    String told = "The emission factors of 2019 differ from those of 2016, which the model knows: electricity"
        + " 2.300e-6 t/kBtu instead of 6.971e-6 (-67%). That is a change of the data and not of the model";
    assertTrue(Files.readString(folder.resolve("out/monitoring.md")).contains(told));
    assertTrue(Files.readString(folder.resolve("out/monitoring.html")).contains(told));
    assertEquals("table", found().getAsJsonObject("factors").getAsJsonObject("2019").get("from").getAsString());
    assertFound(monitor(rows).with("--factors", "").run(), "degraded", false, true);
    assertTrue(Files.readString(folder.resolve("out/monitoring.md")).contains(
        "\nThe model does not know the emission factors of 2019 and predicts by those of 2016, as was asked"));
    assertFound(monitor(rows).with("--factors", "electricity:2.3e-6").run(), "as_promised", false, false);
  }

  @Test
  void aYearInWhichAllUseMoreIsNoDegradation() throws IOException {
    Path rows = changed(ENERGY, times(1.8));
    assertFound(monitor(rows).with("--tolerance", "r2=0.001,mae=0.001,movement=1").run(), "data_moved", false, false);
    JsonObject year = found().getAsJsonArray("years").get(0).getAsJsonObject();
    assertEquals(2015, year.get("since").getAsInt());
    assertEquals(1.8, year.get("median").getAsDouble(), 0.03);
    assertTrue(year.get("taken_out").getAsBoolean());
    assertTrue(found().getAsJsonObject("unseen_buildings_without_movement").get("tonnes_mae").getAsDouble()
        < found().getAsJsonObject("unseen_buildings").get("tonnes_mae").getAsDouble());
    assertTrue(found().get("data_changed").getAsBoolean() && !found().get("model_is_worse").getAsBoolean());
    assertFound(monitor(rows).with("--tolerance", "r2=0.001,mae=0.001,movement=1").with("--retrain", "drift").run(), "data_moved",
        false, true);
    assertFound(monitor(rows).with("--tolerance", "r2=0.001,mae=0.001,movement=0.1").run(), "degraded", false, true);
  }

  @Test
  void singleBuildingsThatChangeAreADegradation() throws IOException {
    Sheet sheet = Sheet.of(SampleFiles.DATA_2016);
    for (int row = 0; row < sheet.size(); row++) {
      double factor = row % 2 == 0 ? 0.35 : 2.8;
      for (String column : ENERGY) {
        sheet.set(row, column, times(factor).apply(sheet.get(row, column)));
      }
    }
    assertFound(monitor(sheet.to(folder.resolve("single.csv"))).run(), "degraded", false, true);
    assertTrue(found().get("model_is_worse").getAsBoolean());
  }

  @Test
  void buildingsOfAnotherKindAreADriftWhichStartsATrainingIfWanted() throws IOException {
    Path rows = changed(List.of("YearBuilt"), cell -> "1905");
    assertFound(monitor(rows).run(), "as_promised", true, false);
    JsonObject age = change("inputs", "Age");
    assertEquals(111, age.get("now").getAsDouble());
    assertTrue(age.get("alarm").getAsBoolean() && age.get("difference").getAsDouble() > 0.5);
    assertFalse(change("inputs", "Latitude").get("alarm").getAsBoolean());
    assertFound(monitor(rows).with("--retrain", "drift").run(), "as_promised", true, true);
    assertFound(monitor(rows).with("--retrain", "either").run(), "as_promised", true, true);
    assertFound(monitor(rows).with("--tolerance", "drift=1.5").run(), "as_promised", false, false);
  }

  @Test
  void whatIsMissingMoreOftenIsADrift() throws IOException {
    Path rows = changed(List.of("ENERGYSTARScore"), cell -> "");
    assertFound(monitor(rows).with("--tolerance", "coverage=1").run(), "as_promised", true, false);
    JsonObject score = change("inputs", "ENERGYSTARScore");
    assertTrue(score.get("alarm").getAsBoolean());
    assertFalse(score.has("now"), "the median of nothing");
  }

  @Test
  void rowsWithoutEmissionsTellOfDriftOnly() throws IOException {
    assertFound(monitor(changed(List.of("TotalGHGEmissions"), cell -> "")).run(), "unknown", false,
        false);
    assertEquals(0, found().getAsJsonArray("scores").size());
  }

  @Test
  void ofFewBuildingsNothingIsSaid() throws IOException {
    Path few = Sheet.of(SampleFiles.DATA_2016).keep("OSEBuildingID", id -> id.endsWith("7"))
        .to(folder.resolve("few.csv"));
    assertFound(monitor(few).run(), "unknown", false, false);
  }

  @Test
  void whatTheTableLacksAndWhatCannotBePredictedIsReported() throws IOException {
    Sheet sheet = Sheet.of(SampleFiles.DATA_2016).rename("YearBuilt", "Year_Build");
    for (int row = 20; row < sheet.size(); row++) {
      sheet.set(row, "Electricity(kBtu)", "").set(row, "NaturalGas(kBtu)", "");
    }
    String err = monitor(sheet.to(folder.resolve("rows.csv"))).run().ok().err();
    assertTrue(err.contains("Careful: the table lacks a column that features are made of; not known"
        + " of any row: age without YearBuilt (Year_Build looks like it)."), err);
    assertTrue(err.contains("Careful: only ") && err.contains(" not because Electricity(kBtu),"), err);
    JsonObject rows = found().getAsJsonObject("rows");
    assertEquals("YearBuilt",
        rows.getAsJsonArray("columns_missing").get(0).getAsJsonObject().get("name").getAsString());
    assertEquals(rows.get("not_predicted").getAsLong(), rows.getAsJsonObject("not_predicted_by_reason")
        .asMap().values().stream().mapToLong(JsonElement::getAsLong).sum());
    assertTrue(page().count("p") > 3);
  }

  /// The split says of a building that was never seen on which side it would be; that it was not seen
  /// is what counts.
  @Test
  void buildingsThatAreNewAreAllScored() throws IOException {
    assertFound(monitor(changed(List.of("OSEBuildingID"), id -> "900" + id)).run(), "as_promised",
        false, false);
    assertEquals(found().getAsJsonObject("all_buildings"),
        found().getAsJsonObject("unseen_buildings"));
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws IOException {
    monitor(SampleFiles.DATA_2015).run("--threads=1").ok();
    String one = Files.readString(folder.resolve("out/monitoring.html"));
    monitor(SampleFiles.DATA_2015).run("--threads=2").ok();
    assertEquals(one, Files.readString(folder.resolve("out/monitoring.html")));
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    Path none = folder.resolve("none");
    monitor(SampleFiles.DATA_2016).with("--store", none).run()
        .fails(none.resolve("models/current.json") + ": ");
    monitor(SampleFiles.DATA_2016).without("--store").run()
        .fails("--store: ");
    monitor(none.resolve("rows.csv")).run().fails(none.resolve("rows.csv"));
    Path dwellings = changed(List.of("BuildingType"), cell -> "Multifamily LR (1-4)");
    monitor(dwellings).run().fails(dwellings + ": ", "building type");
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void newRowsMayComeInManyTables() throws IOException {
    monitor(SampleFiles.DATA_2016).run().ok();
    String whole = Files.readString(folder.resolve("out/monitoring.json"));
    Sheet first = Sheet.of(SampleFiles.DATA_2016);
    Sheet second = Sheet.of(SampleFiles.DATA_2016);
    first.rows().subList(200, first.size()).clear();
    second.rows().subList(0, 200).clear();
    SampleFiles.call("monitor").with("--rows",
        first.to(folder.resolve("1.csv")) + "," + second.to(folder.resolve("2.csv")))
        .into(folder.resolve("out")).run().ok();
    assertEquals(whole, Files.readString(folder.resolve("out/monitoring.json")));
  }
}
