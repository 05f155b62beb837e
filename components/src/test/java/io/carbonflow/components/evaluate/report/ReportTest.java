// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.components.page.PageReader;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.bundle.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the report of a run says is what the metrics and the bundle of the same run say.
/// [ReportPageTest] has how it becomes a page.
class ReportTest {
  @TempDir Path folder;

  private static PageReader page() throws IOException {
    return PageReader.read(SampleFiles.made("evaluate", "report.html"));
  }

  private static JsonObject metrics() throws IOException {
    return json("evaluate", "metrics.json");
  }

  private static JsonObject json(String step, String file) throws IOException {
    return JsonParser.parseString(Files.readString(SampleFiles.made(step, file))).getAsJsonObject();
  }

  private static double number(JsonObject json, String... path) {
    JsonObject at = json;
    for (int i = 0; i < path.length - 1; i++) {
      at = at.getAsJsonObject(path[i]);
    }
    return at.get(path[path.length - 1]).getAsDouble();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  @Test
  void theModelsStandSideBySideWithTheirSpreadOverTheFoldsAndTheBestIsMarked() throws IOException {
    PageReader.Table models = page().table("model");
    List<String> cv = new ArrayList<>();
    List<String> heldOut = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (String model : SampleFiles.MODELS) {
      cv.add(text("%.3f ± %.3f", number(metrics(), "models", model, "cv_r2"),
          number(metrics(), "models", model, "cv_r2_sd")));
      heldOut.add(text("%.3f", number(metrics(), "models", model, "r2")));
      errors.add(text("%.1f", number(metrics(), "models", model, "tonnes", "mae")));
    }
    assertEquals(cv, models.column("cross-validated R²"));
    assertEquals(heldOut, models.column("held-out R²"));
    assertEquals(errors, models.column("MAE, t"));
    int best = SampleFiles.MODELS.indexOf(metrics().get("best_model").getAsString());
    assertEquals(List.of(models.names().get(best)), models.marked());
    // Two folds of each model, their mean and its held-out rows.
    assertEquals(
        4 * SampleFiles.MODELS.size(), page().inFigure("model_performance_R2", "circle").count());
  }

  @Test
  void baselinesAreNextToTheBestModel() throws IOException {
    String best = metrics().get("best_model").getAsString();
    JsonObject metrics = metrics();
    assertEquals(Stream.concat(Stream.of(number(metrics, "models", best, "r2")),
        Stream.of("mean_by_type", "line_by_type", "emission_factors")
            .map(one -> number(metrics, "baselines", one, "r2")))
        .map(r2 -> text("%.3f", r2)).toList(), page().table("baseline").column("held-out R²"));
    assertTrue(number(metrics(), "baselines", "emission_factors", "r2") > 0.98);
  }

  @Test
  void aModelThatDoesNotBeatABaselineSaysSoOnThePageInTheSummaryAndOnTheTerminal()
      throws IOException {
    Sheet test = Sheet.of(SampleFiles.made("prepare", "test.csv"));
    Sheet rows = Sheet.of(SampleFiles.made("clean", "rows.csv"));
    // Held-out rows that are the same of each type: the mean by type of them is hard to beat.
    for (int row = 0; row < test.size(); row++) {
      test.set(row, "tonnes", String.valueOf(0.01 * (row % 7)));
    }
    int heldOut = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row, "in_train").equalsIgnoreCase("false")) {
        rows.set(row, "TotalGHGEmissions", String.valueOf(0.01 * (heldOut++ % 7)));
      }
    }
    var outcome = SampleFiles.call("evaluate").with("--test", test.to(folder.resolve("test.csv")))
        .with("--rows", rows.to(folder.resolve("rows.csv"))).into(folder.resolve("out")).run().ok();
    List<String> bad = PageReader.read(folder.resolve("out/report.html")).bad();
    List<String> summary = Files.readAllLines(folder.resolve("out/summary.md"));
    List<String> terminal = outcome.err().lines()
        .map(line -> line.replaceFirst("^evaluate: ", "")).toList();
    assertEquals(1, bad.stream().filter(summary::contains).filter(terminal::contains).count(),
        () -> bad + " " + summary + " " + terminal);
    assertEquals(List.of(), page().bad(), "the models of the samples do beat them");
  }

  @Test
  void theNextYearIsPredictedFromTheFirst() throws IOException {
    JsonObject next = metrics().getAsJsonObject("next_year");
    assertEquals(2016, next.get("year").getAsInt());
    Sheet rows = Sheet.of(SampleFiles.made("clean", "rows.csv"));
    assertEquals(rows.rows().stream().filter(row -> row.get(1).equals("2015")).count(),
        next.get("trained_on_rows").getAsInt());
    PageReader.Table table = page().table("year predicted");
    assertEquals(text("%,.0f", number(next, "seen_before", "rows")),
        table.column("rows").getFirst());
    assertEquals(text("%.3f", number(next, "seen_before", "r2")), table.column("R²").getFirst());
    assertEquals(List.of("the model", "last year's tonnes", "the model and last year's residual"),
        table.column("predicted by").subList(0, 3));
    JsonObject seen = next.getAsJsonObject("seen_before");
    for (String way : List.of("last_years_tonnes", "last_years_residual")) {
      int row = way.equals("last_years_tonnes") ? 1 : 2;
      assertEquals(text("%.3f", number(seen, way, "r2")), table.column("R²").get(row));
      assertEquals(text("%.1f", seen.getAsJsonObject(way).getAsJsonObject("tonnes").get("mae")
          .getAsDouble()), table.column("MAE, t").get(row));
      assertEquals(text("%.2f", number(seen, way, "total_predicted_to_measured")),
          table.column("total, predicted / measured").get(row));
    }
  }

  @Test
  void errorsAreReportedByTypeSizeNeighborhoodAndYear() throws IOException {
    for (String by : List.of("property type", "floor area", "neighborhood", "year")) {
      assertEquals(Sheet.of(SampleFiles.made("prepare", "test.csv")).size(), page().table(by)
          .column("held-out rows").stream().mapToInt(Integer::parseInt).sum(), by);
    }
  }

  @Test
  void eachSearchShowsItsTrialsAndTheBestOfThem() throws IOException {
    for (String step : SampleFiles.TRAIN_STEPS) {
      List<String> numbers = PageReader.numbers(
          page().caption(step.replace("train-", "search_").replace('-', '_')));
      assertEquals("4", numbers.getFirst(), step);
      assertEquals(text("%.3f", number(json(step, "search-metrics.json"), "cv_r2")),
          numbers.getLast(), step);
    }
  }

  @Test
  void whatWasFoundInTheDataIsCountedByRule() throws IOException {
    PageReader.Table shown = page().table("rule");
    List<JsonObject> rules = json("validate", "validation.json").getAsJsonArray("rules").asList()
        .stream().map(JsonElement::getAsJsonObject).toList();
    assertFalse(rules.isEmpty());
    assertEquals(rules.stream().map(rule -> rule.get("rule").getAsString()).toList(),
        shown.names());
    assertEquals(rules.stream().map(rule -> text("%,d", rule.get("count").getAsLong())).toList(),
        shown.column("findings"));
  }

  @Test
  void itsProvenanceIsWhatTheBundleOfTheRunSays() throws IOException {
    PageReader.Table origins = page().table("what");
    Bundle bundle = Bundle.load(SampleFiles.made("train-best", "model.carbonflow"));
    List<String> data = bundle.provenance().data();
    for (int i = 0; i < data.size(); i++) {
      assertTrue(origins.cell("table " + (i + 1), "which").endsWith(data.get(i)), data.get(i));
    }
    assertTrue(origins.cell("carbonflow", "which").endsWith(bundle.provenance().revision()));
    assertTrue(origins.cell("libraries", "which")
        .contains("xgboost " + bundle.provenance().libraries().get("xgboost")));
    bundle.members().forEach(member -> assertEquals(
        new Hyperparameters(member.hyperparameters()).words(),
        origins.cell("hyperparameters of " + member.estimator(), "which")));
  }

  @Test
  void namesOfAnyKindAreShownAndNoneIsRun() throws IOException {
    List<String> names = List.of("<script>alert(1)</script>", "R&D \"Lab\"", "a\u0001b", "",
        "Sehr langer Name \uD83C\uDFE2\uD83C\uDFE2\uD83C\uDFE2", "\u4E2D\u5FC3", "\u5317\u4EAC");
    Sheet rows = Sheet.of(SampleFiles.made("clean", "rows.csv"));
    for (int i = 0; i < rows.size(); i++) {
      rows.set(i, "PrimaryPropertyType", names.get(i % names.size()));
      rows.set(i, "Neighborhood", names.get(i % names.size()));
    }
    SampleFiles.call("evaluate").with("--rows", rows.to(folder.resolve("rows.csv")))
        .into(folder.resolve("out")).run().ok();
    PageReader page = PageReader.read(folder.resolve("out/report.html"));
    assertFalse(Files.readString(folder.resolve("out/report.html")).contains("<script>alert"), "runs what the data says");
    List<String> shown = page.table("property type").names();
    assertEquals(names.size(), shown.size());
    for (String name : List.of(names.get(0), names.get(1), names.get(5), names.get(6))) {
      assertTrue(shown.contains(name), name);
    }
    assertFalse(shown.contains(""), "no name is not an empty cell");
    // On a machine whose font lacks these letters they look alike, and none is called as another.
    List<String> labels = page.inFigure("errors_by_type", "text").toList();
    assertTrue(labels.stream().filter(label -> label.startsWith("\u4E2D\u5FC3")).count() <= 1);
    assertEquals(1, labels.stream().filter(label -> label.startsWith("a b (")).count(), labels.toString());
  }

  @Test
  void everyFigureHasASentenceWithANumberAndThePageIsSmall() throws IOException {
    PageReader page = page();
    assertTrue(page.figures().containsAll(
        List.of("calibration", "importance", "dependence_floor_area")), page.figures()::toString);
    // The slices of the searches are in the page alone.
    assertEquals(SampleFiles.made("evaluate", "plots").toFile().list().length,
        page.figures().stream().filter(figure -> !figure.startsWith("slice_")).count());
    for (String figure : page.figures()) {
      assertTrue(page.caption(figure).endsWith("."), figure);
      assertFalse(PageReader.numbers(page.caption(figure)).isEmpty(), figure);
    }
    assertTrue(Files.size(SampleFiles.made("evaluate", "report.html")) < 1_000_000);
    assertEquals(0, page.count("form") + page.count("iframe"));
  }
}
