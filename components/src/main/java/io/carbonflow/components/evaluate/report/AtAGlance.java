// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.evaluate.Coverage;
import io.carbonflow.components.evaluate.Evaluation;
import io.carbonflow.components.evaluate.ModelScores;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.score.Bootstrap.Interval;
import io.carbonflow.components.score.ScoreIntervals;

/// How good the best model is, in four numbers with how far they would differ for other buildings.
final class AtAGlance {
  private AtAGlance() {}

  static String of(Report report) {
    Evaluation evaluation = report.evaluation();
    ModelScores best = evaluation.best();
    ScoreIntervals intervals = report.intervals();
    StringBuilder lines = new StringBuilder()
        .append(line("R² on the Box-Cox scale, held-out buildings", text("%.3f", best.boxCox().r2()), intervals.r2(),
            "%.3f"))
        .append(line("R² in tonnes", text("%.3f", best.tonnes().r2()), intervals.r2InTonnes(), "%.3f"))
        .append(line("mean absolute error", text("%.1f t a year", best.tonnes().mae()), intervals.mae(), "%.1f"));
    report.heldOut().total("").meansOverActual().ifPresent(total -> lines.append(line("total predicted ÷ measured",
        text("%.3f", total), intervals.total(), "%.3f")));
    evaluation.coverage().map(Coverage::all).ifPresent(all -> lines.append(line(
        "rows within their 90% prediction interval", text("%.1f%%", 100 * all.coverage()), Optional.empty(), "")));
    return Page.words("<th scope=\"col\">at a glance</th><th scope=\"col\">best model</th>"
        + "<th scope=\"col\">90% interval</th>", lines.toString())
        + "<p>R² is 1 where all predictions are exact, and 0 where they are no better than the mean. The Box-Cox scale"
        + " is a power of the tonnes, close to their logarithm: on it small buildings count as much as large ones."
        + " The intervals in this table, a bootstrap over buildings, say how far a number would differ if other buildings"
        + " had been held out; the prediction interval of a sum, below, says how far that sum may be from what is"
        + " measured.</p>\n";
  }

  private static String line(String what, String value, Optional<Interval> interval, String format) {
    return "<tr><td>" + what + "</td><td><strong>" + value + "</strong></td><td>"
        + interval.map(one -> text(format + " to " + format, one.lower(), one.upper())).orElse("") + "</td></tr>\n";
  }
}
