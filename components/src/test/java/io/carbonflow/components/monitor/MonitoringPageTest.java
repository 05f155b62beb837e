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
        !scored ? List.of() : List.of(
            new Change("R²", "score", 0.871, 0.702, 0.169, 0.011, degraded),
            new Change("mean absolute error", "t", 38.6, 40.1, 0.039, 0.412, false),
            new Change("coverage", "share", 0.913, 0.887, 0.026, 0.523, false)),
        !scored ? List.of() : List.of(
            new Change("R&D <Lab>", "t", 31.7, 71.4, 1.252, 0.021, degraded),
            new Change("Hotel", "t", 44.9, 45.3, 0.009, Double.NaN, false)),
        Optional.of(new Change("predictions", "median", 3.12, 3.14, 0.08, 0.733, false)),
        List.of(new Change("Age", "median", 48, 111, 0.82, 0.004, drifted),
            new Change("Latitude", "median", 47.6123, 47.6134, 0.05, 0.913, false)));
  }

  private static String page(MonitoringFindings found, boolean starts) {
    return MonitoringHtml.of(
        new MonitoringSummary(found, starts), 0.05, MonitoringCharts.of(found));
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
    assertTrue(drift.contains("Age") && !drift.contains("Latitude"), drift);
    assertEquals(List.of("3"), PageReader.numbers(
        new MonitoringSummary(found(true, false, false), false).drift()), "how many were looked at");
    assertTrue(!new MonitoringSummary(found(true, true, false), true).training()
        .equals(new MonitoringSummary(found(true, true, false), false).training()));
  }
}
