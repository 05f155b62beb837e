// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.baseline.Backtest;
import io.carbonflow.components.baseline.NextYear;
import io.carbonflow.components.evaluate.HeldOutLastYear;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.components.page.Section;

/// The question that retraining really asks: how well is a year predicted from those before?
final class BacktestSection {
  private BacktestSection() {}

  /// @param heldOut how held-out buildings are predicted from their last year
  static Section of(Backtest backtest, Optional<HeldOutLastYear> heldOut) {
    NextYear newest = backtest.newest();
    return new Section(backtest.isOfManyYears() ? "How well is a year predicted from those before it?"
            : text("Trained on %s, how well is %d predicted?", years(newest), newest.year()),
        text("<p>The best model, fitted to %s, as a yearly retraining would. Its hyperparameters were found on"
            + " rows of all years, and it has fewer trees than the model that is kept: 100 trees in a forest,"
            + " and one boosted model instead of three.%s</p>\n", backtest.isOfManyYears()
                ? "the rows of the year before alone, and to those of all years before"
                : text("the %,d rows of %s alone", newest.trainedOn(), years(newest)),
            backtest.sample().map(BacktestSection::sentence).orElse(""))
            + Page.table("<th>year predicted</th><th class=\"text\">trained on</th><th class=\"text\">buildings</th>"
                + "<th class=\"text\">predicted by</th><th>rows</th><th>R²</th><th>R², tonnes</th><th>MAE, t</th>"
                + "<th>total, predicted / measured</th>",
                fits(backtest).map(BacktestSection::rows).collect(Collectors.joining()))
            + newest.seen().map(seen -> sentence(backtest, seen)).orElse("")
            + heldOut.map(known -> text("<p>%s</p>\n", known.sentence())).orElse(""),
        backtest.isOfManyYears() ? List.of(figure(backtest)) : List.of());
  }

  /// Each year from the one before and, where that is more, from all before.
  private static Stream<NextYear> fits(Backtest backtest) {
    return Stream.concat(backtest.fromYearBefore().stream(), backtest.fromAllBefore().stream())
        .distinct().sorted(Comparator.comparingInt(NextYear::year).thenComparingInt(next -> next.from().size()));
  }

  /// `2015`, `2015 to 2019`.
  private static String years(NextYear next) {
    return next.from().size() == 1 ? next.from().first().toString()
        : next.from().first() + " to " + next.from().last();
  }

  private static String rows(NextYear next) {
    return next.seen().map(part -> rows(next, "seen before", part)).orElse("")
        + next.fresh().map(part -> rows(next, "new", part)).orElse("");
  }

  private static String rows(NextYear next, String name, NextYear.Part part) {
    return row(next, name, "the model", part.rows(), part.model())
        // Trained on all years before, more buildings have one that was measured.
        + part.lastYear().map(way -> row(next, name, "last year's tonnes", part.rows(), way)).orElse("")
        + part.residual().map(way -> row(next, name, "the model and last year's residual", part.rows(), way))
            .orElse("");
  }

  private static String row(NextYear next, String name, String by, int rows, NextYear.Way way) {
    return text("<tr><td>%d</td><td class=\"text\">%s</td><td class=\"text\">%s</td><td class=\"text\">%s</td><td>%,d</td>"
        + "<td>%.3f</td><td>%.3f</td><td>%.1f</td><td>%.2f</td></tr>\n", next.year(), years(next), name, by, rows,
        way.boxCox().r2(), way.tonnes().r2(), way.tonnes().mae(), way.total());
  }

  private static String sentence(Backtest.Sample sample) {
    return text(" To save time, this is on %,d of the %,d rows: all years of some buildings.", sample.rows(), sample.of());
  }

  private static String sentence(Backtest backtest, NextYear.Part seen) {
    String in = backtest.isOfManyYears() ? text("In %d: ", backtest.newest().year()) : "";
    NextYear.Way known = seen.residual().or(seen::lastYear).orElseThrow();
    double last = seen.lastYear().orElseThrow().boxCox().r2();
    double model = seen.model().boxCox().r2();
    return (model < last
        ? text("<p>%sFor a building whose emissions of the year before are known, that number is a"
            + " better prediction than the model alone (R² %.3f against %.3f).", in, last, model)
        : text("<p>%sEven for buildings whose emissions of the year before are known, the model is a"
            + " better prediction than that number (R² %.3f against %.3f).", in, model, last))
        + text(" With <code>--last-year</code>, predictions of such buildings are made from %s (R² %.3f,"
            + " MAE %.1f t). These use the building's own past emissions, so an R² this high is expected and is"
            + " not leakage.</p>\n",
            seen.residual().isPresent() ? "the model and last year's residual" : "last year's tonnes",
            known.boxCox().r2(), known.tonnes().mae());
  }

  /// R² over the years, of buildings that were there before.
  private static Figure figure(Backtest backtest) {
    Figure figure = new Figure("backtest", "Buildings seen before, R² on the Box-Cox scale",
        Axis.of("year predicted").labeled(year -> year == Math.rint(year) ? text("%.0f", year) : ""),
        Axis.of("R²"));
    line(figure, "trained on all years before", PlotColor.BLUE, backtest.fromAllBefore(),
        part -> Optional.of(part.model()));
    line(figure, "on the year before alone", PlotColor.ORANGE, backtest.fromYearBefore(),
        part -> Optional.of(part.model()));
    line(figure, "last year's tonnes", PlotColor.GRAY, backtest.fromYearBefore(), NextYear.Part::lastYear);
    return figure.says(text("From all years before, R² is between %.3f and %.3f.",
        r2(backtest).min().orElse(Double.NaN), r2(backtest).max().orElse(Double.NaN)));
  }

  private static DoubleStream r2(Backtest backtest) {
    return backtest.fromAllBefore().stream().flatMap(next -> next.seen().stream())
        .mapToDouble(part -> part.model().boxCox().r2());
  }

  private static void line(Figure figure, String name, PlotColor color, List<NextYear> years,
      Function<NextYear.Part, Optional<NextYear.Way>> way) {
    List<NextYear> known = years.stream().filter(next -> next.seen().flatMap(way).isPresent()).toList();
    if (!known.isEmpty()) {
      figure.line(name, color, known.stream().mapToDouble(NextYear::year).toArray(),
          known.stream().mapToDouble(next -> next.seen().flatMap(way).orElseThrow().boxCox().r2()).toArray());
    }
  }
}
