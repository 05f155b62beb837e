// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.components.validate.check.ColumnSummary;
import io.carbonflow.components.validate.check.Histogram;
import io.carbonflow.components.validate.check.Validation;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Content;

/// Histograms of the main columns: the first year beside the last one.
final class HistogramFigures {
  /// Less than this part of zeros is not worth a word.
  private static final double FEW = 0.005;

  private static final double MILLION = 1e6;

  private HistogramFigures() {}

  static List<Figure> of(Validation validation) {
    return validation.histograms().stream().map(one -> figure(one, validation)).toList();
  }

  private static Figure figure(Histogram histogram, Validation validation) {
    Column column = histogram.column();
    String unit = ((Content.Number) column.anywhere()).unit();
    int first = histogram.years().firstKey();
    int last = histogram.years().lastKey();
    double least = histogram.edges().getFirst();
    double greatest = histogram.edges().getLast();
    Figure figure = new Figure("histogram-" + column.ordinal(), ColumnWords.of(column),
        histogram.isLogarithmic() ? Axis.logarithmic(unit, least, greatest).labeled(HistogramFigures::shortly)
            : Axis.of(unit).labeled(value -> text("%.0f", value)),
        Axis.of("rows, %").labeled(part -> Axis.number(100 * part)));
    if (first != last) {
      line(figure, histogram, first, PlotColor.BLUE);
    }
    line(figure, histogram, last, PlotColor.ORANGE);
    return figure.says(sentence(histogram, validation, last, unit));
  }

  /// Labels of powers of ten stand close to each other.
  private static String shortly(double value) {
    return value >= MILLION ? Axis.number(value / MILLION) + "M" : Axis.number(value);
  }

  /// The outline of a histogram.
  private static void line(Figure figure, Histogram histogram, int year, PlotColor ink) {
    List<Double> edges = histogram.edges();
    List<Double> parts = histogram.years().get(year);
    int bins = parts.size();
    double[] xs = new double[2 * bins + 2];
    double[] ys = new double[2 * bins + 2];
    for (int i = 0; i <= bins; i++) {
      xs[2 * i] = edges.get(i);
      xs[2 * i + 1] = edges.get(i);
      ys[2 * i] = i == 0 ? 0 : parts.get(i - 1);
      ys[2 * i + 1] = i == bins ? 0 : parts.get(i);
    }
    figure.line("" + year, ink, xs, ys);
  }

  private static String sentence(Histogram histogram, Validation validation, int year, String unit) {
    Optional<ColumnSummary> summary = validation.columns().stream()
        .filter(one -> one.column() == histogram.column() && one.year() == year).findFirst();
    String median = summary.flatMap(ColumnSummary::numbers).map(numbers -> numbers.median() == 0
        ? "Half of the rows of " + year + " or more have 0." : "Half of the rows of " + year + " have "
        + number(numbers.median(), unit) + " or less.").orElse("");
    double zeros = histogram.zeros().get(year);
    String missing = summary.filter(one -> one.missing() > 0).map(one ->
        text(" %.1f%% have no value.", 100.0 * one.missing() / one.rows())).orElse("");
    return median + (histogram.isLogarithmic() && zeros > FEW
        ? text(" %.0f%% have 0 and are not drawn.", 100 * zeros) : "") + missing;
  }

  private static String number(double value, String unit) {
    return unit.equals("year") || unit.equals("score") ? text("%.0f", value)
        : Axis.number(new BigDecimal(value).round(new MathContext(3)).doubleValue()) + " " + unit;
  }
}
