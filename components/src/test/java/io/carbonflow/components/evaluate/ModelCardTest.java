// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.file.GoldenFile;
import io.carbonflow.components.SampleFiles;
import io.carbonflow.components.evaluate.ModelCard.Grid;
import io.carbonflow.components.evaluate.ModelCard.Part;
import io.carbonflow.components.evaluate.report.SmallReport;
import io.carbonflow.components.page.PageReader;
import org.junit.jupiter.api.Test;

/// What is to be known before a model is used.
class ModelCardTest {
  private static final List<String> HEADINGS = List.of("Model details", "Intended use", "Factors", "Metrics",
      "Metrics by group", "Evaluation data", "Training data", "Limits", "Ethical considerations", "Provenance");

  @Test
  void theCardOfARunIsTheGoldenOne() throws IOException {
    ModelCard card = new CardText(SmallReport.of(SmallEvaluation.full())).card();
    GoldenFile.check(ModelCardTest.class, "model-card.md", card.markdown());
  }

  @Test
  void textAndPageHaveTheSameHeadingsAndTheScoresOfTheRun() throws IOException {
    String text = Files.readString(SampleFiles.made("evaluate", "model-card.md"));
    PageReader page = PageReader.read(SampleFiles.made("evaluate", "model-card.html"));
    assertEquals(HEADINGS, page.texts("h2"));
    assertEquals(HEADINGS, text.lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)).toList());
    PageReader.Table types = page.table("property type");
    long rows = types.column("rows").stream().mapToLong(cell -> Long.parseLong(cell.replace(",", ""))).sum();
    assertTrue(page.texts("p").stream().anyMatch(line ->
        line.startsWith(String.format(Locale.ROOT, "%,d rows of ", rows)) && line.contains("were held out")), text);
    String error = page.table("score").cell("mean absolute error, t", "value");
    assertTrue(text.contains("| mean absolute error, t | " + error + " | "), text);
    List<Double> ends = PageReader.numbers(page.table("score").cell(
        "mean absolute error, t", "90% interval over buildings")).stream().map(Double::parseDouble).toList();
    assertTrue(ends.getFirst() < Double.parseDouble(error) && Double.parseDouble(error) < ends.getLast(), ends::toString);
  }

  @Test
  void namesFromTheDataAreTextInBoth() {
    String evil = "<b>R&D</b> | [x](y) *z*";
    ModelCard card = new ModelCard(evil, List.of(new Part("Factors", List.of(evil),
        List.of(new Grid(List.of("type", "rows", "t"), List.of(List.of(evil, "1", "2")))))));
    assertFalse(card.markdown().contains("<b>"), card.markdown());
    assertTrue(card.markdown().contains("\\| \\[x\\](y) \\*z\\* | 1 | 2 |"), card.markdown());
    assertEquals(List.of(evil), PageReader.of(card.page()).table("type").names());
  }
}
