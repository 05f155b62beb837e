// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.Bundles;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.StepCall;
import io.carbonflow.components.page.PageReader;
import io.carbonflow.model.building.FuelFactors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Predictions of a year that the model has not seen: the sample rows of 2016 as they would be in 2019, with
/// electricity that emits a third.
public class PredictFactorsTest {
  private static final FuelFactors OF_2019 = new FuelFactors(2.3e-6, 5.311e-5, 7.7187e-5);
  private static final Path OLDER = Path.of("..", "model", "src", "test", "resources", "io",
      "carbonflow", "model", "bundle", "bundle-3.carbonflow").toAbsolutePath().normalize();
  private static final double SAME = 1e-9;
  @TempDir Path folder;

  /// The sample rows of 2016 as of another year, emitting by its factors.
  public static Sheet of2019() {
    // A building with less than no electricity and nothing else has no mix of fuels.
    Sheet sheet = Sheet.of(SampleFiles.DATA_2016).keep("Electricity(kBtu)", used -> !used.startsWith("-"));
    for (int row = 0; row < sheet.size(); row++) {
      sheet.set(row, "DataYear", "2019");
      double tonnes = energy(sheet, row, "Electricity(kBtu)") * OF_2019.electricity()
          + energy(sheet, row, "NaturalGas(kBtu)") * OF_2019.gas()
          + energy(sheet, row, "SteamUse(kBtu)") * OF_2019.steam();
      if (!sheet.get(row, "TotalGHGEmissions").isEmpty()) {
        sheet.set(row, "TotalGHGEmissions", String.format(Locale.ROOT, "%.2f", tonnes));
      }
    }
    return sheet;
  }

  private static double energy(Sheet sheet, int row, String column) {
    String cell = sheet.get(row, column).replace(",", "");
    return cell.matches("-?[0-9.]+") ? Double.parseDouble(cell) : 0;
  }

  private StepCall predict(Sheet rows) {
    return SampleFiles.call("predict").with("--rows", rows.to(folder.resolve("rows.csv"))).into(folder);
  }

  private double[] predicted(StepCall call) {
    call.run().ok();
    return Sheet.of(folder.resolve("predictions.csv")).numbers("predicted_tonnes");
  }

  private JsonObject report() throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("prediction.json"))).getAsJsonObject();
  }

  @Test
  void theFirstLineSaysWhoseFactorsStandIn() throws IOException {
    String err = predict(of2019()).run().ok().err();
    assertTrue(err.startsWith("predict: 2019: no emission factors are known, those of 2016 are used; give"
        + " --factors=table, a year or numbers\n"), err);
    JsonObject used = report().getAsJsonObject("factors").getAsJsonObject("2019");
    assertEquals("other_year", used.get("from").getAsString());
    assertEquals(2016, used.get("of").getAsInt());
    assertEquals(6.971e-6, used.get("electricity").getAsDouble(), 1e-9);
    assertTrue(report().getAsJsonArray("factors_notes").get(0).getAsString().startsWith("2019: no emission"));
  }

  @Test
  void ofAYearThatTheModelKnowsNothingIsSaid() throws IOException {
    String err = SampleFiles.call("predict").into(folder).run().ok().err();
    assertFalse(err.contains("factors"), err);
    assertEquals("model", report().getAsJsonObject("factors").getAsJsonObject("2016").get("from").getAsString());
    assertEquals(0, report().getAsJsonArray("factors_notes").size());
  }

  @Test
  void factorsOfTheTableAreEstimatedFromItsOwnEmissions() throws IOException {
    double[] byTable = predicted(predict(of2019()).with("--factors", "table"));
    JsonObject used = report().getAsJsonObject("factors").getAsJsonObject("2019");
    assertEquals(2.3e-6, used.get("electricity").getAsDouble(), 3e-9);
    assertEquals("table", used.get("from").getAsString());
    assertTrue(used.get("rows").getAsInt() > 300 && used.get("residual").getAsDouble() < 1e-3, used.toString());
    double[] byNumbers = predicted(predict(of2019()).with("--factors", String.format(Locale.ROOT,
        "electricity:%s,gas:%s,steam:%s", used.get("electricity"), used.get("gas"), used.get("steam"))));
    double[] byOthers = predicted(predict(of2019()));
    assertTrue(Arrays.equals(byTable, byNumbers), "what is printed can be given");
    for (int row = 0; row < byTable.length; row++) {
      assertTrue(byTable[row] < byOthers[row] && byTable[row] > 0.32 * byOthers[row] - SAME);
    }
  }

  @Test
  void aYearThatTheModelKnowsCanBeAskedFor() throws IOException {
    String err = predict(of2019()).with("--factors", "2015").run().ok().err();
    assertTrue(err.startsWith("predict: 2019: predicted by the emission factors of 2015\n"), err);
    assertEquals("asked_year", report().getAsJsonObject("factors").getAsJsonObject("2019").get("from").getAsString());
    err = predict(of2019()).with("--factors", "2018").run().err();
    assertTrue(err.contains("--factors: names 2018, whose factors ") && err.contains("does not know; name one of"
        + " 2015, 2016, or give the factors themselves"), err);
  }

  @Test
  void otherElectricityChangesAnAllElectricBuildingsPredictionByItsRatio() {
    Sheet rows = of2019().keep("NaturalGas(kBtu)", gas -> gas.equals("0") || gas.equals("0.0"))
        .keep("SteamUse(kBtu)", steam -> steam.equals("0") || steam.equals("0.0"));
    double[] clean = predicted(predict(rows).with("--factors", "electricity:2e-6"));
    double[] usual = predicted(predict(rows).with("--factors", "electricity:6e-6"));
    assertTrue(clean.length > 10);
    for (int row = 0; row < clean.length; row++) {
      assertEquals(3, usual[row] / clean[row], 1e-6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-2017", "electricity:x", "electricity:21"})
  void whatNamesNoFactorsIsAWrongUse(String text) {
    var outcome = predict(of2019()).with("--factors", text).run();
    assertEquals(2, outcome.exit(), outcome.err());
    assertTrue(outcome.err().contains("--factors"), outcome.err());
    assertFalse(Files.exists(folder.resolve("predictions.csv")));
  }

  @Test
  void aTableWithoutEmissionsTellsNoFactors() {
    Sheet rows = of2019();
    IntStream.range(0, rows.size()).forEach(row -> rows.set(row, "TotalGHGEmissions", ""));
    var outcome = predict(rows).with("--factors", "table").run();
    assertEquals(1, outcome.exit());
    assertTrue(outcome.err().contains("--factors: the table does not tell the factors of 2019: fewer than 10 of"
        + " its rows have emissions and the energy of a fuel; name a year that the model knows, or give the"
        + " factors themselves"), outcome.err());
  }

  @Test
  void factorsThatDoNotFitAreSaidTo() {
    Sheet rows = of2019();
    var random = new Random(1);
    IntStream.range(0, rows.size()).filter(row -> !rows.get(row, "TotalGHGEmissions").isEmpty()).forEach(row ->
        rows.set(row, "TotalGHGEmissions", String.format(Locale.ROOT, "%.2f", 100 * Math.exp(random.nextGaussian()))));
    String err = predict(rows).with("--factors", "table").run().ok().err();
    assertTrue(err.lines().findFirst().orElseThrow().endsWith("; THEY DO NOT FIT"), err);
  }

  @Test
  void withoutMetersPredictionsAreLedByTheFuelsOfTheType() throws IOException {
    Path bundle = folder.resolve("unmetered.carbonflow");
    Bundles.unmetered(folder.resolve("prepared")).save(bundle);
    double[] usual = predicted(predict(of2019()).with("--bundle", bundle));
    double[] clean = predicted(predict(of2019()).with("--bundle", bundle).with("--factors", "electricity:2.3e-6"));
    Set<Long> ratios = new HashSet<>();
    for (int row = 0; row < usual.length; row++) {
      double ratio = (1 + clean[row]) / (1 + usual[row]);
      assertTrue(ratio > 0.33 && ratio < 1, "" + ratio);
      ratios.add(Math.round(1e6 * ratio));
    }
    assertTrue(ratios.size() > 3 && ratios.size() < 40, "one for each type: " + ratios);
  }

  /// An older bundle knows the years of its day by the constants of its day.
  @Test
  void anOlderBundleHasTheReferencesFactors() throws IOException {
    String err = predict(of2019()).with("--bundle", OLDER).run().ok().err();
    assertTrue(err.startsWith("predict: 2019: no emission factors are known, those of 2016 are used"), err);
    double[] usual = Sheet.of(folder.resolve("predictions.csv")).numbers("predicted_tonnes");
    double[] clean = predicted(predict(of2019()).with("--bundle", OLDER).with("--factors", "table"));
    assertTrue(Arrays.stream(clean).sum() < 0.95 * Arrays.stream(usual).sum());
  }

  @Test
  void thePageOfAnInferenceSaysItToo() throws IOException {
    StepCall infer = SampleFiles.call("infer").with("--rows", of2019().to(folder.resolve("rows.csv")))
        .into(folder.resolve("out"));
    assertTrue(infer.run().ok().err().startsWith("infer: 2019: no emission factors are known"));
    PageReader page = PageReader.read(folder.resolve("out/inference.html"));
    assertTrue(page.bad().getFirst().startsWith("2019: no emission factors are known, those of 2016"),
        page.bad().toString());
    assertTrue(Files.readString(folder.resolve("out/inference.md")).contains("\n2019: no emission factors are known"));
    infer.with("--factors", "table").run().ok();
    assertTrue(Files.readString(folder.resolve("out/inference.html")).contains(
        "2019: predicted by emission factors from the table itself"));
    assertEquals(List.of(), PageReader.read(folder.resolve("out/inference.html")).bad());
  }
}
