// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.file.GoldenFile;
import io.carbonflow.components.evaluate.report.SmallReport;
import io.carbonflow.components.page.PageReader;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.published.Published;
import io.carbonflow.published.PublishedMetrics;
import io.carbonflow.published.RowsDecisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How a verdict becomes a page and a sentence.
class VerdictPageTest {
  private static final String OLD = "0006-" + "cd".repeat(6);
  private static final String NEW = "0007-" + "ab".repeat(6);

  private static PublishedMetrics promise(double r2) {
    return new PublishedMetrics("random_forest", FeatureSet.METERED, 402, r2, 0.761, 38.6,
        OptionalDouble.of(0.913), List.of(new PublishedMetrics.OfType("Hotel", 211, 31.7),
            new PublishedMetrics.OfType("R&D <Lab>", 191, 44.9)));
  }

  private static PromotionVerdict verdict(Decision decision, Optional<Comparison> both) {
    return new PromotionVerdict(decision, "the reason & no other",
        new PromotionGate("floor=0.71,margin=0.0123"),
        new PromotionVerdict.Challenger("ab".repeat(32), "0123abc", 3, promise(0.871)),
        Optional.of(new Published(
            OLD, "cd".repeat(32), Instant.parse("2026-01-05T08:00:00Z"), promise(0.819))),
        both, both.map(compared -> Evidence.of(compared, "ab".repeat(32), "cd".repeat(32),
            new RowsDecisions(List.of()))), decision == Decision.PUBLISHED ? Optional.of(NEW) : Optional.empty());
  }

  /// Two models of which the published one is off by more.
  private static Comparison comparison() {
    ScoredRows ours = SmallReport.rows("Hotel", "R&D <Lab>");
    return new Comparison(ours, new ScoredRows(ours.rows(), ours.rows().stream().map(row ->
        new Prediction(row.key(), 1.2 * row.tonnes() + 3, Optional.empty(), List.of())).toList()));
  }

  @Test
  void aModelThatIsPublishedIsTheGoldenPage() throws IOException {
    GoldenFile.check(VerdictPageTest.class, "verdict.html", PageReader.plain(
        VerdictHtml.of(verdict(Decision.PUBLISHED, Optional.of(comparison())))));
  }

  @Test
  void bothModelsStandSideBySideAndTheBetterIsNamed() {
    PageReader page = PageReader.of(VerdictHtml.of(verdict(Decision.PUBLISHED, Optional.of(comparison()))));
    PageReader.Table scores = page.table("score");
    assertEquals(List.of("score", "new model", "published: " + OLD), scores.head().subList(0, 3));
    String error = "mean absolute error, t";
    double ours = Double.parseDouble(scores.cell(error, "new model"));
    double theirs = Double.parseDouble(scores.cell(error, "published: " + OLD));
    assertTrue(ours < theirs, ours + " " + theirs);
    assertEquals(ours - theirs, Double.parseDouble(scores.cell(error, "difference")), 0.1);
    assertTrue(scores.cell(error, "better").startsWith("new"), scores.cell(error, "better"));
    assertTrue(scores.cell("R², Box-Cox scale", "better").startsWith("new"));
    assertEquals(List.of(NEW, OLD), List.of(page.table("what").cell("version", "new model"),
        page.table("what").cell("version", "published model")));
  }

  @Test
  void aModelThatWasComparedWithNoneHasItsOwnErrorsByType() {
    PageReader page = PageReader.of(VerdictHtml.of(verdict(Decision.NOT_COMPARABLE, Optional.empty())));
    assertTrue(page.tables().stream().noneMatch(table -> table.head().contains("difference")));
    assertEquals(List.of("Hotel", "R&D <Lab>"), page.table("property type").names());
    assertEquals("44.9", page.table("property type").cell("R&D <Lab>", "MAE, t"));
  }

  @ParameterizedTest
  @EnumSource
  void everyVerdictEndsWithItsReasonAndOnlyThatBelowTheFloorIsBadNews(Decision decision) {
    PromotionVerdict verdict = verdict(decision, Optional.empty());
    String sentence = VerdictText.of(verdict);
    assertTrue(sentence.endsWith(": " + verdict.reason() + ".\n"), sentence);
    assertEquals(decision == Decision.PUBLISHED, sentence.contains(NEW), sentence);
    assertEquals(decision == Decision.NOT_BETTER, sentence.contains(OLD), sentence);
    assertEquals(decision == Decision.BELOW_FLOOR ? List.of(sentence.strip()) : List.of(),
        PageReader.of(VerdictHtml.of(verdict)).bad());
  }
}
