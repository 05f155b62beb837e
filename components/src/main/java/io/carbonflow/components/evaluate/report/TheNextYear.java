// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.baseline.NextYear;
import io.carbonflow.components.evaluate.HeldOutLastYear;
import io.carbonflow.components.page.Page;

/// The question that retraining really asks.
final class TheNextYear {
  private TheNextYear() {}

  /// @param heldOut how held-out buildings are predicted from their last year
  static Section of(NextYear next, Optional<HeldOutLastYear> heldOut) {
    return new Section(text("Trained on %d, how well is %d predicted?", next.year() - 1, next.year()),
        text("<p>The best model, fitted to the %,d rows of %d alone, as a yearly retraining would."
            + " Its hyperparameters were found on rows of both years.</p>\n", next.trainedOn(),
            next.year() - 1)
            + Page.table("<th>buildings</th><th>predicted by</th><th>rows</th><th>R²</th>"
                + "<th>R², tonnes</th><th>MAE, t</th><th>total, predicted / measured</th>",
                next.seen().map(part -> rows("seen before", part)).orElse("")
                    + next.fresh().map(part -> rows("new", part)).orElse(""))
            + next.seen().map(TheNextYear::sentence).orElse("")
            + heldOut.map(known -> text("<p>%s</p>\n", known.sentence())).orElse(""));
  }

  private static String rows(String name, NextYear.Part part) {
    return row(name, "the model", part.rows(), part.model())
        + part.lastYear().map(way -> row(name, "last year's tonnes", part.rows(), way)).orElse("")
        + part.residual().map(way -> row(name, "the model and last year's residual", part.rows(), way))
            .orElse("");
  }

  private static String row(String name, String by, int rows, NextYear.Way way) {
    return text("<tr><td>%s</td><td>%s</td><td>%,d</td><td>%.3f</td><td>%.3f</td><td>%.1f</td>"
        + "<td>%.2f</td></tr>\n", name, by, rows, way.boxCox().r2(), way.tonnes().r2(),
        way.tonnes().mae(), way.total());
  }

  private static String sentence(NextYear.Part seen) {
    NextYear.Way known = seen.residual().or(seen::lastYear).orElseThrow();
    double last = seen.lastYear().orElseThrow().boxCox().r2();
    double model = seen.model().boxCox().r2();
    return (model < last
        ? text("<p>For a building whose emissions of the year before are known, that number is a"
            + " better prediction than the model alone (R² %.3f against %.3f).", last, model)
        : text("<p>Even for buildings whose emissions of the year before are known, the model is a"
            + " better prediction than that number (R² %.3f against %.3f).", model, last))
        + text(" With <code>--last-year</code>, predictions of such buildings are made from %s (R² %.3f,"
            + " MAE %.1f t). They know the building's own emissions: that they are above what would be"
            + " too good to be true of new buildings is no leak.</p>\n",
            seen.residual().isPresent() ? "the model and last year's residual" : "last year's tonnes",
            known.boxCox().r2(), known.tonnes().mae());
  }
}
