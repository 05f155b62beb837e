// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.infer;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.components.predict.AddedUp;
import io.carbonflow.components.predict.Answers;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.model.total.Total;

/// The figures of what was predicted; means are known, and there is a row.
final class InferenceCharts {
  /// How many values of a category are drawn: those with the largest totals.
  private static final int SHOWN = 10;
  /// The upper ends of the sizes by which predictions are counted, in tonnes.
  private static final double[] ENDS = {10, 25, 50, 100, 250, 500, 1000, 2500};

  private InferenceCharts() {}

  static List<Figure> of(Answers answers) {
    return List.of(
        totals("totals_by_type", "Total by property type", answers.totals(Category.PRIMARY_TYPE)),
        totals("totals_by_neighborhood", "Total by neighborhood",
            answers.totals(Category.NEIGHBORHOOD)),
        distribution(answers.predictions().predicted()));
  }

  private static Figure totals(String name, String title, AddedUp by) {
    List<Map.Entry<String, Total>> shown = by.parts().entrySet().stream()
        .sorted(Comparator.comparingDouble(part -> -part.getValue().tonnes())).limit(SHOWN).toList();
    List<String> names = shown.stream()
        .map(part -> part.getKey().isBlank() ? "not known" : part.getKey()).toList();
    double all = by.all().orElseThrow().tonnes();
    double first = shown.getFirst().getValue().tonnes();
    return new Figure(name, title, Axis.of("t"), Axis.of(names))
        .bars("total", PlotColor.BLUE,
            shown.stream().mapToDouble(part -> part.getValue().tonnes()).toArray())
        .says(text("%s has the largest total, %,.0f t%s.", names.getFirst(), first,
            all > 0 ? text(": %.0f%% of all", 100 * first / all) : ""));
  }

  private static Figure distribution(List<Prediction> predicted) {
    double[] tonnes = predicted.stream().mapToDouble(Prediction::tonnes).sorted().toArray();
    double[] counts = new double[ENDS.length + 1];
    Arrays.stream(tonnes).forEach(
        one -> counts[(int) Arrays.stream(ENDS).filter(end -> one >= end).count()]++);
    double[] means = predicted.stream().mapToDouble(one -> one.mean().orElseThrow()).sorted().toArray();
    int few = Math.max(1, means.length / 20);
    double all = Arrays.stream(means).sum();
    double largest = Arrays.stream(means).skip(means.length - few).sum();
    return new Figure("distribution", "Rows by predicted emissions", Axis.of("rows"), Axis.of(names()))
        .bars("rows", PlotColor.ORANGE, counts)
        .says(text("Half of the rows are predicted to emit %,.0f t or less.%s",
            tonnes[(tonnes.length - 1) / 2], all > 0
                ? text(" The %,d largest have %.0f%% of the total.", few, 100 * largest / all) : ""));
  }

  private static List<String> names() {
    return IntStream.rangeClosed(0, ENDS.length).mapToObj(i ->
        i == 0 ? text("below %,.0f t", ENDS[0])
            : i == ENDS.length ? text("%,.0f t or more", ENDS[i - 1])
            : text("%,.0f to %,.0f t", ENDS[i - 1], ENDS[i])).toList();
  }
}
