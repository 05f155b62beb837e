// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.components.evaluate.report.SmallReport;
import io.carbonflow.components.score.Bootstrap.Interval;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private final ScoredRows rows = SmallReport.rows("Hotel", "Office", "School");

  private double mean(int[] some) {
    return Arrays.stream(some).mapToDouble(row -> rows.actual()[row]).average().orElseThrow();
  }

  /// The mean of n values has a standard deviation of theirs / √n; 90% of a normal variable lies within 1.645 of it.
  @Test
  void theIntervalOfAMeanIsAsWideAsItsStandardErrorSays() {
    Interval interval = Bootstrap.of(rows).of(this::mean).orElseThrow();
    Map<String, List<Double>> buildings = new TreeMap<>();
    rows.rows().forEach(row ->
        buildings.computeIfAbsent(row.key().building(), first -> new ArrayList<>()).add(row.tonnes()));
    double[] means = buildings.values().stream()
        .mapToDouble(own -> own.stream().mapToDouble(one -> one).average().orElseThrow()).toArray();
    double all = Arrays.stream(means).average().orElseThrow();
    double deviation = Math.sqrt(Arrays.stream(means).map(one -> (one - all) * (one - all)).average().orElseThrow());
    double expected = 2 * 1.645 * deviation / Math.sqrt(means.length);
    assertEquals(expected, interval.upper() - interval.lower(), 0.15 * expected);
    assertTrue(interval.lower() < all && all < interval.upper());
  }

  @Test
  void theSameRowsGiveTheSameInterval() {
    assertEquals(Bootstrap.of(rows).of(this::mean), Bootstrap.of(rows).of(this::mean));
  }

  @Test
  void theRowsOfABuildingStayTogether() {
    Bootstrap.of(rows).of(some -> {
      Map<String, Long> drawn = Arrays.stream(some).boxed().collect(Collectors.groupingBy(
          row -> rows.rows().get(row).key().building() + rows.rows().get(row).key().year(), Collectors.counting()));
      drawn.forEach((row, times) -> assertEquals(times,
          drawn.get(row.substring(0, row.length() - 4) + (row.endsWith("5") ? "2016" : "2015"))));
      return 0;
    });
  }

  @Test
  void whatADrawHasNoScoreOfHasNoInterval() {
    assertEquals(Optional.empty(), Bootstrap.of(rows).of(_ -> Double.NaN));
  }
}
