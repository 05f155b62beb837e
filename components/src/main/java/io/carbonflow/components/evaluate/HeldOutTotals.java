// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.components.score.GroupTotal;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.learn.Scores;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.total.Total;

/// What the best model's predictions of held-out rows add up to, beside what was measured.
///
/// @param all all held-out rows
/// @param interval where the model says that their sum lies, in tonnes; empty where it cannot tell
/// @param ofMedians the scores in tonnes of what it predicts for single buildings
/// @param ofMeans the scores in tonnes of what it predicts for sums; empty where it cannot tell
/// @param types the rows by property type, those with the most rows first
/// @param sizes the rows in fifths by floor area, the smallest first
public record HeldOutTotals(GroupTotal all, Optional<Interval> interval, Scores ofMedians,
    Optional<Scores> ofMeans, List<GroupTotal> types, List<GroupTotal> sizes) {
  private static final int FIFTHS = 5;

  /// Copies the lists.
  public HeldOutTotals {
    types = List.copyOf(types);
    sizes = List.copyOf(sizes);
  }

  /// Adds up.
  static HeldOutTotals of(Bundle model, ScoredRows heldOut) {
    return new HeldOutTotals(heldOut.total("all"),
        model.total(heldOut.predictions()).flatMap(Total::interval), heldOut.tonnes(),
        heldOut.tonnesOfMeans(), heldOut.totals(row -> row.category(Category.PRIMARY_TYPE)),
        sizes(heldOut));
  }

  private static List<GroupTotal> sizes(ScoredRows heldOut) {
    List<ModelRow> rows = heldOut.rows();
    List<Integer> bySize = IntStream.range(0, rows.size()).boxed()
        .sorted(Comparator.comparingDouble(i -> rows.get(i).area())).toList();
    return IntStream.range(0, FIFTHS)
        .mapToObj(f -> bySize.subList(f * rows.size() / FIFTHS, (f + 1) * rows.size() / FIFTHS))
        .filter(places -> !places.isEmpty())
        .map(places -> heldOut.at(places).total(String.format(Locale.ROOT, "%,.0f–%,.0fk sq ft",
            rows.get(places.getFirst()).area() / 1000, rows.get(places.getLast()).area() / 1000))).toList();
  }

  /// What they come to, in one sentence; empty where nothing was emitted.
  public Optional<String> sentence() {
    if (all.mediansOverActual().isEmpty()) {
      return Optional.empty();
    }
    double medians = all.mediansOverActual().getAsDouble();
    return Optional.of(all.meansOverActual().isEmpty()
        ? String.format(Locale.ROOT, "Summed over all held-out rows, its predictions come to %.1f%% of the measured"
            + " total: they are medians, and there were too few training rows to estimate means.", 100 * medians)
        : String.format(Locale.ROOT, "Summed over all held-out rows, its mean predictions come to %.1f%% of the"
            + " measured total, its median predictions to %.1f%%.%s", 100 * all.meansOverActual().getAsDouble(),
            100 * medians, interval.map(this::contains).orElse("")));
  }

  private String contains(Interval about) {
    return String.format(Locale.ROOT, " The measured total is %s the %.0f%% prediction interval of the sum, %.1f%% to"
        + " %.1f%% of it.", about.contains(all.actual()) ? "inside" : "outside", 100 * about.level(),
        100 * about.lower() / all.actual(), 100 * about.upper() / all.actual());
  }
}
