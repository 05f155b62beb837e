// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.components.score.GroupErrors;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.feature.BoxCox;

/// What was predicted of each held-out row, beside what was measured.
final class FitSection {
  private FitSection() {}

  static Section of(Report report) {
    ScoredRows rows = report.heldOut();
    return new Section("Predicted against actual",
        "<p>" + report.evaluation().best().title() + ", each point a held-out row.</p>\n",
        List.of(boxCox(rows), tonnes(rows), residuals(rows)));
  }

  private static Figure boxCox(ScoredRows rows) {
    double[] actual = BoxCox.of(rows.actual());
    double[] predicted = BoxCox.of(rows.predicted());
    double[] errors = differences(actual, predicted).map(Math::abs).sorted().toArray();
    return new Figure("predicted_against_actual", "On the Box-Cox scale", Axis.of("actual"),
        Axis.of("predicted"))
        .line("exact", PlotColor.GREY, ends(actual), ends(actual))
        .points("row", PlotColor.BLUE, actual, predicted)
        .says(text("On the line the prediction is exact. Half of the rows are within %.2f of it, nine"
            + " of ten within %.2f.", errors[errors.length / 2], errors[errors.length * 9 / 10]));
  }

  private static Figure tonnes(ScoredRows rows) {
    double[] actual = rows.actual();
    double[] predicted = rows.predicted();
    double[] errors = differences(actual, predicted).map(Math::abs).sorted().toArray();
    double all = Arrays.stream(errors).sum();
    int few = Math.max(1, errors.length / 20);
    double largest = Arrays.stream(errors).skip(errors.length - few).sum();
    return new Figure("predicted_against_actual_tonnes", "In tonnes", Axis.of("actual, t"),
        Axis.of("predicted, t"))
        .line("exact", PlotColor.GREY, ends(actual), ends(actual))
        .points("row", PlotColor.BLUE, actual, predicted)
        .says(text("The %,d of %,d rows with the largest errors have %.0f %% of all error.", few,
            errors.length, all == 0 ? 0 : 100 * largest / all));
  }

  private static Figure residuals(ScoredRows rows) {
    double[] predicted = BoxCox.of(rows.predicted());
    double[] errors = differences(BoxCox.of(rows.actual()), predicted).toArray();
    double mean = Arrays.stream(errors).average().orElse(0);
    double chance = GroupErrors.standardError(
        IntStream.range(0, errors.length).boxed().toList(),
        rows.rows().stream().map(row -> row.key().building()).toList(), errors);
    return new Figure("residuals", "Residuals", Axis.of("predicted, Box-Cox scale"),
        Axis.of("actual − predicted"))
        .line("no error", PlotColor.GREY, ends(predicted), new double[] {0, 0})
        .points("row", PlotColor.BLUE, predicted, errors)
        .says(Math.abs(mean) <= chance
            ? text("The mean is %+.3f, which is no more than chance%s.", mean,
                Double.isFinite(chance) ? text(" (standard error %.3f)", chance) : "")
            : text("The mean is %+.3f ± %.3f: on this scale predictions are too %s on average.", mean,
                chance, mean > 0 ? "low" : "high"));
  }

  private static DoubleStream differences(double[] actual, double[] predicted) {
    return IntStream.range(0, actual.length).mapToDouble(i -> actual[i] - predicted[i]);
  }

  private static double[] ends(double[] values) {
    return new double[] {Arrays.stream(values).min().orElse(0), Arrays.stream(values).max().orElse(1)};
  }
}
