// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.components.page.Figure.Mark;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.PageReader;
import io.carbonflow.components.page.PageReader.Table;
import io.carbonflow.components.score.ScoredRows;
import org.junit.jupiter.api.Test;

class LargestMissesTest {
  private final ScoredRows rows = SmallReport.rows("Hotel", "Office", "School", "Warehouse", "Other");
  private final LargestMisses misses = LargestMisses.of(rows, Optional.empty());

  private Table table() {
    return PageReader.of(Page.of("t", List.of(misses.section()))).table("building");
  }

  @Test
  void theFiftyRowsWithTheLargestErrorsAreThereTheLargestFirst() {
    double[] errors = IntStream.range(0, rows.rows().size())
        .mapToDouble(i -> Math.abs(rows.predicted()[i] - rows.actual()[i])).toArray();
    List<Integer> expected = IntStream.range(0, errors.length).boxed()
        .sorted(Comparator.comparingDouble(i -> -errors[i])).limit(50).toList();
    assertEquals(60, errors.length);
    assertEquals(expected.stream().map(i -> rows.rows().get(i).key().building()).toList(), table().names());
    assertEquals(expected.stream().map(i -> String.format(Locale.ROOT, "%+,.1f",
        rows.predicted()[i] - rows.actual()[i])).toList(), table().column("error (predicted − measured), t"));
  }

  @Test
  void eachRowSaysWhetherItsIntervalHoldsWhatWasMeasured() {
    List<Integer> worst = misses.worst();
    for (int at = 0; at < worst.size(); at++) {
      boolean within = rows.predictions().get(worst.get(at)).interval().orElseThrow()
          .contains(rows.actual()[worst.get(at)]);
      assertEquals(within ? "yes" : "no", table().column("within").get(at));
    }
    assertEquals(Set.of("yes", "no"), Set.copyOf(table().column("within")));
  }

  @Test
  void aPointLeadsToItsRowWhereTheTableHasOneAndAllSayWhatTheyAre() {
    List<Mark> marks = misses.marks();
    String html = misses.section().html();
    for (int i = 0; i < marks.size(); i++) {
      boolean linked = misses.worst().contains(i);
      assertEquals(linked, !marks.get(i).row().isEmpty());
      assertTrue(marks.get(i).tip().startsWith(rows.rows().get(i).key().building()), marks.get(i).tip());
      assertEquals(linked, html.contains("<tr id=\"" + marks.get(i).row() + "\""));
    }
  }
}
