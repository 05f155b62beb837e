// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.Figure.Mark;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.score.GroupErrors;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.feature.BoxCox;

/// What was predicted of each held-out row, beside what was measured.
final class FitSection {
  /// The least tonnes that a logarithmic axis shows.
  private static final double LEAST = 0.1;

  private FitSection() {}

  static Section of(Report report) {
    List<Mark> marks = report.misses().marks();
    ScoredRows rows = report.heldOut();
    return new Section("Predicted vs. actual",
        "<p>" + report.evaluation().best().title() + ", each point a held-out row. Those with the largest errors lead to"
            + " their row in the table below.</p>\n",
        List.of(boxCox(rows, marks), tonnes(rows, marks), residuals(rows, marks)));
  }

  private static Figure boxCox(ScoredRows rows, List<Mark> marks) {
    double[] actual = BoxCox.of(rows.actual());
    double[] predicted = BoxCox.of(rows.predicted());
    double[] errors = differences(actual, predicted).map(Math::abs).sorted().toArray();
    return new Figure("predicted_against_actual", "On the Box-Cox scale", Axis.of("actual"),
        Axis.of("predicted"))
        .line("exact", PlotColor.GRAY, ends(actual), ends(actual))
        .points("row", PlotColor.BLUE, actual, predicted, marks)
        .says(text("On the line the prediction is exact. Half of the rows are within %.2f of it, nine"
            + " of ten within %.2f.", errors[errors.length / 2], errors[errors.length * 9 / 10]));
  }

  /// Both axes from and to the same, so that the line of exact predictions halves the figure. What is below the least
  /// stands there: a logarithm of 0 there is none.
  private static Figure tonnes(ScoredRows rows, List<Mark> marks) {
    double[] actual = atLeast(rows.actual());
    double[] predicted = atLeast(rows.predicted());
    double[] errors = differences(rows.actual(), rows.predicted()).map(Math::abs).sorted().toArray();
    double all = Arrays.stream(errors).sum();
    int few = Math.max(1, errors.length / 20);
    double largest = Arrays.stream(errors).skip(errors.length - few).sum();
    double least = DoubleStream.concat(Arrays.stream(actual), Arrays.stream(predicted)).min().orElseThrow();
    double greatest = DoubleStream.concat(Arrays.stream(actual), Arrays.stream(predicted)).max().orElseThrow();
    return new Figure("predicted_against_actual_tonnes", "In tonnes, both axes logarithmic",
        Axis.logarithmic("actual, t", least, greatest), Axis.logarithmic("predicted, t", least, greatest))
        .line("exact", PlotColor.GRAY, new double[] {least, greatest}, new double[] {least, greatest})
        .points("row", PlotColor.BLUE, actual, predicted, marks)
        .says(text("The %,d of %,d rows with the largest errors account for %.0f%% of the absolute error.", few,
            errors.length, all == 0 ? 0 : 100 * largest / all));
  }

  private static double[] atLeast(double[] tonnes) {
    return Arrays.stream(tonnes).map(one -> Math.max(LEAST, one)).toArray();
  }

  private static Figure residuals(ScoredRows rows, List<Mark> marks) {
    double[] predicted = BoxCox.of(rows.predicted());
    double[] errors = differences(predicted, BoxCox.of(rows.actual())).toArray();
    double mean = Arrays.stream(errors).average().orElse(0);
    double chance = GroupErrors.standardError(
        IntStream.range(0, errors.length).boxed().toList(),
        rows.rows().stream().map(row -> row.key().building()).toList(), errors);
    return new Figure("residuals", "Errors by predicted value", Axis.of("predicted, Box-Cox scale"),
        Axis.of("predicted − actual"))
        .line("no error", PlotColor.GRAY, ends(predicted), new double[] {0, 0})
        .points("row", PlotColor.BLUE, predicted, errors, marks)
        .says(Math.abs(mean) <= chance
            ? text("The mean is %+.3f, which is no more than chance%s.", mean,
                Double.isFinite(chance) ? text(" (standard error %.3f)", chance) : "")
            : text("The mean is %+.3f ± %.3f: on this scale predictions are too %s on average.", mean,
                chance, mean > 0 ? "high" : "low"));
  }

  private static DoubleStream differences(double[] of, double[] from) {
    return IntStream.range(0, of.length).mapToDouble(i -> of[i] - from[i]);
  }

  private static double[] ends(double[] values) {
    return new double[] {Arrays.stream(values).min().orElse(0), Arrays.stream(values).max().orElse(1)};
  }
}
