// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.file.GoldenFile;
import io.carbonflow.components.evaluate.report.SmallReport;
import io.carbonflow.components.predict.AppliedFactors;
import io.carbonflow.components.page.PageReader;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.published.Published;
import io.carbonflow.published.PublishedMetrics;
import io.carbonflow.published.PublishedModels.Loaded;
import org.junit.jupiter.api.Test;

/// How what was found of a published model becomes a page and three sentences.
class MonitoringPageTest {
  private static final String VERSION = "0007-" + "ab".repeat(6);

  /// Findings about a few rows, of which the scores and an input may be alarms.
  private static MonitoringFindings found(boolean scored, boolean degraded, boolean drifted) {
    return found(scored, degraded, drifted, new CommonMoves(new TreeMap<>()), List.of());
  }

  /// A year in which all buildings moved together, and the scores without that.
  private static MonitoringFindings moved(boolean degraded) {
    CommonMove move = new CommonMove(2021, 2016, 1361, 0.74, 0.914, 1.09, new TreeMap<>(Map.of("R&D", 0.76)), true,
        0.922, 1.61, 1.42, List.of("7", "b<8>", "9", "10", "11", "12"));
    return found(true, true, false, new CommonMoves(new TreeMap<>(Map.of(2021, move))), List.of(
        new Change("R²", "score", 0.871, 0.868, 0.003, 0.512, false),
        new Change("mean absolute error", "t", 38.6, 61.2, 0.585, 0.021, degraded),
        new Change("coverage", "share", 0.913, 0.903, 0.01, 0.623, false)));
  }

  private static MonitoringFindings found(boolean scored, boolean degraded, boolean drifted, CommonMoves moves,
      List<Change> without) {
    ScoredRows heldOut = SmallReport.rows("Hotel", "Office", "Hotel");
    ScoredRows rows = SmallReport.rows("Hotel", "Office");
    Optional<ScoredRows> unseen = Optional.of(SmallReport.rows("Hotel"));
    PublishedMetrics promise = new PublishedMetrics("random_forest", FeatureSet.METERED, 402, 0.871,
        0.761, 38.6, OptionalDouble.of(0.913), List.of());
    Published published = new Published(
        VERSION, "ab".repeat(32), Instant.parse("2026-01-05T08:00:00Z"), promise);
    return new MonitoringFindings(
        new Reference(new Loaded(published, SmallReport.bundle()), heldOut.rows(), heldOut),
        new NewRows(rows.rows(), unseen, Optional.of(rows), unseen, List.of(), List.of(), new AppliedFactors(new TreeMap<>())),
        InputsByBuilding.of(heldOut.rows()), InputsByBuilding.of(rows.rows()),
        !scored ? List.of() : List.of(
            new Change("R²", "score", 0.871, 0.702, 0.169, 0.011, degraded),
            new Change("mean absolute error", "t", 38.6, 40.1, 0.039, 0.412, false),
            new Change("coverage", "share", 0.913, 0.887, 0.026, 0.523, false)),
        !scored ? List.of() : List.of(
            new Change("R&D <Lab>", "t", 31.7, 71.4, 1.252, 0.021, degraded),
            new Change("Hotel", "t", 44.9, 45.3, 0.009, Double.NaN, false)),
        Optional.of(new Change("predictions", "median", 3.12, 3.14, 0.08, 0.733, false)),
        List.of(new Change("Age", "median", 48, 111, 0.82, 0.004, drifted),
            new Change("Latitude", "median", 47.6123, 47.6134, 0.05, 0.913, false)), moves, without);
  }

  private static String page(MonitoringFindings found, boolean starts) {
    return MonitoringHtml.of(new MonitoringSummary(found, starts), 0.05, 0.1);
  }

  @Test
  void aModelThatHasDegradedIsTheGoldenPageAndTheGoldenSentences() throws IOException {
    MonitoringFindings found = found(true, true, true);
    GoldenFile.check(
        MonitoringPageTest.class, "monitoring.html", PageReader.plain(page(found, true)));
    GoldenFile.check(
        MonitoringPageTest.class, "monitoring.md", new MonitoringSummary(found, true).text());
  }

  @Test
  void aYearInWhichAllMovedIsTheGoldenPageAndTheGoldenSentences() throws IOException {
    MonitoringFindings found = moved(false);
    GoldenFile.check(MonitoringPageTest.class, "moved.html", PageReader.plain(page(found, false)));
    GoldenFile.check(MonitoringPageTest.class, "moved.md", new MonitoringSummary(found, false).text());
  }

  @Test
  void whatAYearsMovementExplainsIsNoDegradationAndWhatItDoesNotIs() {
    assertEquals(Health.DATA_MOVED, moved(false).health());
    assertEquals(Health.DEGRADED, moved(true).health());
    assertTrue(moved(false).dataChanged() && !moved(true).dataChanged());
    assertEquals(List.of(false, true, true, false), Stream.of(Retrain.SCORES, Retrain.DRIFT, Retrain.EITHER,
        Retrain.NEVER).map(moved(false)::startsTraining).toList());
    assertEquals(List.of(true, false, true, false), Stream.of(Retrain.SCORES, Retrain.DRIFT, Retrain.EITHER,
        Retrain.NEVER).map(moved(true)::startsTraining).toList());
    assertEquals(4, Stream.of(new MonitoringSummary(moved(false), false), new MonitoringSummary(moved(false), true),
        new MonitoringSummary(moved(true), false), new MonitoringSummary(moved(true), true))
        .map(MonitoringSummary::training).collect(Collectors.toSet()).size(), "what is wanted, and why");
  }

  /// The same where the first of the rows that scores are of were measured otherwise than for the promise.
  private static MonitoringFindings remeasured(MonitoringFindings of, int many) {
    ScoredRows scored = of.now().scoredUnseen().orElseThrow();
    List<ModelRow> rows = IntStream.range(0, scored.rows().size()).mapToObj(i -> {
      ModelRow row = scored.rows().get(i);
      return new ModelRow(row.key(), row.inTrain(), row.tonnes() + (i < many ? 1 : 0), row.siteEnergy(), row.area(),
          row.features(), row.categories(), row.uses());
    }).toList();
    Optional<ScoredRows> measured = Optional.of(new ScoredRows(rows, scored.predictions()));
    NewRows now = new NewRows(of.now().rows(), measured, measured, measured, List.of(), List.of(), of.now().factors());
    return new MonitoringFindings(of.reference(), now, of.before(), of.after(), of.scores(), of.types(),
        of.predictions(), of.inputs(), of.moves(), of.withoutMoves());
  }

  @Test
  void rowsThatThePromiseWasMeasuredOnAreCountedForTheyTellNothingNew() {
    String rest = " among those that the promise was measured on, which cannot show whether the model still performs as"
        + " promised: give tables of later years.";
    MonitoringFindings all = found(true, false, false);
    assertEquals(List.of("These 12 rows are" + rest), new MonitoringSummary(all, false).known());
    assertEquals(List.of("Of these 12 rows 5 are" + rest), new MonitoringSummary(remeasured(all, 7), false).known());
    assertEquals(List.of(), new MonitoringSummary(remeasured(all, 12), false).known());
    assertEquals(List.of(), new MonitoringSummary(found(false, false, false), false).known());
  }

  @Test
  void alarmsAloneAreBadNews() {
    assertEquals(List.of(), PageReader.of(page(found(true, false, false), false)).bad());
    assertEquals(List.of(), PageReader.of(page(found(false, false, false), false)).bad());
    MonitoringFindings drifted = found(true, false, true);
    assertEquals(List.of(new MonitoringSummary(drifted, false).drift()),
        PageReader.of(page(drifted, false)).bad());
    assertEquals(1, PageReader.of(page(drifted, false)).table("what").marked().size());
    MonitoringFindings degraded = found(true, true, false);
    assertEquals(new MonitoringSummary(degraded, true).health(),
        PageReader.of(page(degraded, true)).bad().getFirst());
    assertEquals(List.of("R&D <Lab>"),
        PageReader.of(page(degraded, true)).table("property type").marked());
  }

  @Test
  void whatDriftedIsSaidInWordsAndDrawnAndWhatCameOfItIsTheLastWord() {
    MonitoringFindings found = found(true, false, true);
    PageReader page = PageReader.of(page(found, true));
    PageReader.Table inputs = page.table("what");
    assertEquals(List.of("age", "predictions", "latitude"), inputs.names(), "alarms first, then the furthest apart");
    assertEquals(List.of("48 years", "111 years", "alarm"), List.of(inputs.cell("age", "training rows"),
        inputs.cell("age", "new rows"), inputs.cell("age", "alarm")));
    assertEquals("no", inputs.cell("latitude", "alarm"));
    assertTrue(page.figures().containsAll(List.of("apart", "input-" + Feature.AGE.ordinal())), page.figures()::toString);
    assertTrue(page.caption("apart").startsWith("Alarms: age."), page.caption("apart"));
    assertEquals("Outcome", page.texts("h2").getLast());
    assertEquals(new MonitoringSummary(found, true).training(), page.texts("p").getLast());
  }

  @Test
  void inputsHaveUnitsOfPeopleAndNoTitleIsTooLongForAnAxis() {
    assertEquals("49,400 ft²", InputWords.of(Feature.LOG_AREA).text(Math.log(49_400)));
    assertEquals("0 ft²", InputWords.of(Feature.LOG_PARKING_AREA).text(0));
    assertEquals("62.5%", InputWords.of(Feature.ELECTRICITY_SHARE).text(0.625));
    assertEquals("12.5%", InputWords.of("Neighborhood").text(0.125));
    Set<String> titles = new HashSet<>();
    Stream.concat(Arrays.stream(Feature.values()).map(Feature::column),
        Arrays.stream(Category.values()).map(Category::column)).map(name -> InputWords.of(name).title()).forEach(title -> {
          assertTrue(title.length() <= 20, title);
          assertTrue(titles.add(title), title);
        });
  }

  @Test
  void withoutScoresThereAreNoTypes() {
    MonitoringFindings unknown = found(false, false, false);
    assertTrue(PageReader.of(page(unknown, false)).tables().stream()
        .noneMatch(table -> table.head().getFirst().equals("property type")));
    assertEquals(Health.UNKNOWN, unknown.health());
  }

  @Test
  void eachStateOfHealthDriftAndTrainingHasASentenceOfItsOwn() {
    Set<String> health = new HashSet<>();
    for (MonitoringFindings one : List.of(found(true, true, false), found(true, false, false),
        found(false, false, false))) {
      String sentence = new MonitoringSummary(one, false).health();
      assertTrue(sentence.contains(VERSION), sentence);
      health.add(sentence);
    }
    assertEquals(3, health.size());
    String drift = new MonitoringSummary(found(true, false, true), false).drift();
    assertTrue(drift.contains("age") && !drift.contains("latitude"), drift);
    assertEquals(List.of("3"), PageReader.numbers(
        new MonitoringSummary(found(true, false, false), false).drift()), "how many were looked at");
    assertTrue(!new MonitoringSummary(found(true, true, false), true).training()
        .equals(new MonitoringSummary(found(true, true, false), false).training()));
  }
}
