package io.carbonflow.components.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.Sheet;
import io.carbonflow.model.bundle.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the report says is what the metrics and the bundle of the same run say.
class ReportTest {
  @TempDir Path folder;

  private static String page() throws IOException {
    return Files.readString(SampleFiles.made("evaluate", "report.html"));
  }

  private static JsonObject metrics() throws IOException {
    return JsonParser.parseString(Files.readString(SampleFiles.made("evaluate", "metrics.json")))
        .getAsJsonObject();
  }

  private static double number(JsonObject json, String... path) {
    JsonObject at = json;
    for (int i = 0; i < path.length - 1; i++) {
      at = at.getAsJsonObject(path[i]);
    }
    return at.get(path[path.length - 1]).getAsDouble();
  }

  /// A section's HTML, from its heading to the next.
  private static String section(String page, String heading) {
    int from = page.indexOf("<h2>" + heading);
    assertTrue(from > 0, "no section " + heading);
    int to = page.indexOf("<h2>", from + 1);
    return page.substring(from, to < 0 ? page.length() : to);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  @Test
  void itBeginsWithTheVerdict() throws IOException {
    String best = metrics().get("best_model").getAsString();
    String top = page().substring(0, page().indexOf("<h2>"));
    assertTrue(top.contains(text("it reaches R² %.3f on the Box-Cox scale",
        number(metrics(), "models", best, "r2"))), top);
    assertTrue(top.contains(text("off by %.1f t", number(metrics(), "models", best, "tonnes", "mae"))));
    assertTrue(top.contains("a table of 516 rows and a table of 513 rows"), top);
    assertTrue(top.contains("Features: <em>metered</em>"), top);
  }

  @Test
  void theModelsStandSideBySideWithTheirSpreadOverTheFolds() throws IOException {
    String section = section(page(), "The models side by side");
    for (String model : SampleFiles.MODELS) {
      assertTrue(section.contains(text("%.3f ± %.3f", number(metrics(), "models", model, "cv_r2"),
          number(metrics(), "models", model, "cv_r2_sd"))), section);
    }
    // Two folds of each model and its held-out rows.
    assertEquals(3 * SampleFiles.MODELS.size(), Pattern.compile("<ellipse").matcher(section).results().count());
  }

  @Test
  void baselinesStandBesideTheBestModel() throws IOException {
    String section = section(page(), "Beside plain ways to predict");
    for (String one : List.of("mean_by_type", "line_by_type", "emission_factors")) {
      assertTrue(section.contains(
          text("<td>%.3f</td>", number(metrics(), "baselines", one, "r2"))), one);
    }
    assertTrue(section.contains("no model is needed"), section);
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
    String page = Files.readString(folder.resolve("out/report.html"));
    assertTrue(page.contains(" does not beat “"), page.substring(0, 6000));
    assertTrue(page.contains("take the plain way instead"));
    assertTrue(Files.readString(folder.resolve("out/summary.md")).contains(" does not beat “"));
    assertTrue(outcome.err().contains(" does not beat “"), outcome.err());
    assertFalse(page().contains(" does not beat “"), "the models of the samples do beat them");
  }

  @Test
  void theNextYearIsPredictedFromTheFirst() throws IOException {
    String section = section(page(), "Trained on 2015, how well is 2016 predicted?");
    JsonObject next = metrics().getAsJsonObject("next_year");
    assertEquals(2016, next.get("year").getAsInt());
    Sheet rows = Sheet.of(SampleFiles.made("clean", "rows.csv"));
    assertEquals(rows.rows().stream().filter(row -> row.get(1).equals("2015")).count(),
        next.get("trained_on_rows").getAsInt());
    assertTrue(section.contains(text("<td>seen before</td><td>%,.0f</td><td>%.3f</td>",
        number(next, "seen_before", "rows"), number(next, "seen_before", "r2"))), section);
    double model = number(next, "seen_before", "r2");
    double last = number(next, "seen_before", "last_years_value_r2");
    assertTrue(section.contains(model < last
        ? text("that number is the better prediction (R² %.3f against %.3f)", last, model)
        : text("the model is the better prediction (R² %.3f against %.3f)", model, last)), section);
  }

  @Test
  void errorsAreToldByTypeSizeNeighborhoodAndYear() throws IOException {
    String section = section(page(), "Where it is off");
    for (String by : List.of("property type", "floor area", "neighborhood", "year")) {
      String table = section.substring(section.indexOf("<summary>By " + by));
      table = table.substring(0, table.indexOf("</details>"));
      int rows = Pattern.compile("<td>([\\d,]+)</td><td>[\\d,]+\\.\\d</td><td>").matcher(table)
          .results().mapToInt(found -> Integer.parseInt(found.group(1))).sum();
      assertEquals(Sheet.of(SampleFiles.made("prepare", "test.csv")).size(), rows, by);
    }
  }

  @Test
  void calibrationImportanceAndDependenceAreDrawnWithWhatIsToBeSeen() throws IOException {
    String intervals = section(page(), "Are the intervals right?");
    assertTrue(intervals.contains("id=\"calibration\"") && intervals.contains("The furthest from it"));
    String decisions = section(page(), "What decides a prediction");
    assertTrue(decisions.contains("What changes a prediction the most is "), decisions);
    assertTrue(decisions.contains("id=\"dependence_floor_area\""), decisions);
    assertTrue(Pattern.compile("typical prediction goes from [\\d.]+ t \\(\\d").matcher(decisions).find());
  }

  @Test
  void eachSearchShowsItsTrialsAndTheBestOfThem() throws IOException {
    String section = section(page(), "How the searches went");
    for (String step : SampleFiles.TRAIN_STEPS) {
      double best = JsonParser.parseString(Files.readString(SampleFiles.made(step, "search-metrics.json")))
          .getAsJsonObject().get("cv_r2").getAsDouble();
      assertTrue(section.contains(text("reached %.3f.", best)), step);
    }
    assertTrue(section.contains("Of 4 trials "), section);
  }

  @Test
  void whatWasFoundInTheDataIsCountedByRule() throws IOException {
    String section = section(page(), "What was found in the data");
    JsonObject found = JsonParser.parseString(Files.readString(
        SampleFiles.made("validate", "validation.json"))).getAsJsonObject();
    assertTrue(section.contains(text("warnings: %,d", found.get("warnings").getAsLong())), section);
    found.getAsJsonArray("rules").forEach(rule -> assertTrue(
        section.contains("<td>" + rule.getAsJsonObject().get("rule").getAsString() + "</td>")));
  }

  @Test
  void whatItCameFromIsWhatTheBundleOfTheRunSays() throws IOException {
    String section = section(page(), "What it came from");
    Bundle bundle = Bundle.load(SampleFiles.made("train-best", "model.carbonflow"));
    bundle.provenance().data().forEach(hash -> assertTrue(section.contains(hash), hash));
    assertTrue(section.contains(bundle.provenance().revision()));
    assertTrue(section.contains("smile " + bundle.provenance().libraries().get("smile")));
    bundle.members().forEach(member ->
        assertTrue(section.contains("hyperparameters of " + member.estimator())));
  }

  /// The report of the same models on rows that are called otherwise.
  private String pageOf(Consumer<Sheet> change) throws IOException {
    Sheet rows = Sheet.of(SampleFiles.made("clean", "rows.csv"));
    change.accept(rows);
    SampleFiles.call("evaluate").with("--rows", rows.to(folder.resolve("rows.csv")))
        .into(folder.resolve("out")).run().ok();
    return Files.readString(folder.resolve("out/report.html"));
  }

  @Test
  void namesOfAnyKindAreShownAndNoneIsRun() throws IOException {
    List<String> names = List.of("<script>alert(1)</script>", "R&D \"Lab\"", "a\u0001b", "",
        "Sehr langer Name \uD83C\uDFE2\uD83C\uDFE2\uD83C\uDFE2", "\u4E2D\u5FC3", "\u5317\u4EAC");
    String page = pageOf(rows -> {
      for (int i = 0; i < rows.size(); i++) {
        rows.set(i, "PrimaryPropertyType", names.get(i % names.size()));
        rows.set(i, "Neighborhood", names.get(i % names.size()));
      }
    });
    assertFalse(page.contains("<script"), "runs what the data says");
    String section = section(page, "Where it is off");
    for (String shown : List.of("&lt;script>alert(1)&lt;/script>", "R&amp;D &quot;Lab&quot;",
        "<td>not known</td>", "\u4E2D\u5FC3", "\u5317\u4EAC")) {
      assertTrue(section.contains(shown), shown);
    }
    // On a machine whose font lacks these letters they look alike, and none is called as another.
    String figure = section.substring(section.indexOf("id=\"errors_by_type\""));
    figure = figure.substring(0, figure.indexOf("</figure>"));
    assertTrue(count(">\u4E2D\u5FC3</text>", figure) <= 1);
    assertTrue(count(">a b</text>", figure) == 1, figure);
  }

  private static long count(String text, String in) {
    return Pattern.compile(Pattern.quote(text)).matcher(in).results().count();
  }

  @Test
  void oneTypeAloneIsShownAndNotCompared() throws IOException {
    String page = pageOf(rows -> {
      for (int i = 0; i < rows.size(); i++) {
        rows.set(i, "PrimaryPropertyType", "Hotel");
      }
    });
    String figure = section(page, "Where it is off");
    figure = figure.substring(figure.indexOf("id=\"errors_by_type\""));
    figure = figure.substring(0, figure.indexOf("</figure>"));
    assertTrue(figure.contains(">Hotel</text>"), figure);
    assertFalse(figure.contains(">-0.6</text>") || figure.contains(">0.6</text>"), figure);
    assertTrue(figure.contains("so none is compared"), figure);
  }

  @Test
  void everyFigureHasASentenceWithANumberAndThePageIsSmall() throws IOException {
    List<String> captions = Pattern.compile("<figcaption>([^<]*)</figcaption>").matcher(page())
        .results().map(found -> found.group(1)).toList();
    assertEquals(SampleFiles.made("evaluate", "plots").toFile().list().length, captions.size());
    captions.forEach(caption -> assertTrue(caption.matches("(?s).*\\d.*\\."), caption));
    assertTrue(page().length() < 600_000, page().length() + " characters");
    assertFalse(page().contains("<script") || page().contains("<form") || page().contains("<iframe"));
  }
}
