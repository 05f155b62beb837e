// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.text;

import io.carbonflow.components.baseline.NextYear;
import io.carbonflow.components.page.Page;

/// The question that retraining really asks.
final class TheNextYear {
  private TheNextYear() {}

  static Section of(NextYear next) {
    return new Section(text("Trained on %d, how well is %d predicted?", next.year() - 1, next.year()),
        text("<p>The best model, fitted to the %,d rows of %d alone, as a yearly retraining would."
            + " Its hyperparameters were found on rows of both years.</p>\n", next.trainedOn(),
            next.year() - 1)
            + Page.table("<th>buildings</th><th>rows</th><th>R²</th><th>R², tonnes</th><th>MAE, t</th>"
                + "<th>R² of last year's value</th>",
                next.seen().map(part -> row("seen before", part)).orElse("")
                    + next.fresh().map(part -> row("new", part)).orElse(""))
            + next.seen().map(TheNextYear::sentence).orElse(""));
  }

  private static String row(String name, NextYear.Part part) {
    return text("<tr><td>%s</td><td>%,d</td><td>%.3f</td><td>%.3f</td><td>%.1f</td><td>%s</td></tr>\n",
        name, part.rows(), part.boxCox().r2(), part.tonnes().r2(), part.tonnes().mae(),
        part.lastYear().map(scores -> text("%.3f", scores.r2())).orElse("–"));
  }

  private static String sentence(NextYear.Part seen) {
    double last = seen.lastYear().orElseThrow().r2();
    return seen.boxCox().r2() < last
        ? text("<p>For a building whose emissions of the year before are known, that number is the"
            + " better prediction (R² %.3f against %.3f): the model is for the others.</p>\n", last,
            seen.boxCox().r2())
        : text("<p>Even for buildings whose emissions of the year before are known, the model is the"
            + " better prediction (R² %.3f against %.3f).</p>\n", seen.boxCox().r2(), last);
  }
}
