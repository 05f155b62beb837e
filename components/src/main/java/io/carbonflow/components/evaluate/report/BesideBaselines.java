// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.escaped;
import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.baseline.Baseline;
import io.carbonflow.components.baseline.BaselineScores;
import io.carbonflow.components.evaluate.Evaluation;
import io.carbonflow.components.evaluate.ModelScores;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.components.page.Section;

/// The best model compared with baselines.
final class BesideBaselines {
  /// With less the factors are not those that the city has computed with.
  private static final double NEARLY_EXACT = 0.98;

  private BesideBaselines() {}

  static Optional<Section> of(Evaluation evaluation) {
    return evaluation.baselines().isEmpty() ? Optional.empty() : Optional.of(new Section(
        "Compared with baselines",
        "<p>" + verdict(evaluation) + "</p>\n" + table(evaluation) + formula(evaluation),
        List.of(figure(evaluation))));
  }

  private static String verdict(Evaluation evaluation) {
    List<BaselineScores> ahead = evaluation.notBeaten(evaluation.best());
    return ahead.isEmpty()
        ? evaluation.best().title() + " beats the mean of a building's type and a line in floor area on"
            + " the Box-Cox scale." + inTonnes(evaluation)
        : "<span class=\"bad\">" + evaluation.best().title() + " does not beat "
            + ahead.stream().map(one -> "“" + escaped(one.baseline().title()) + "”")
                .collect(Collectors.joining(" or "))
            + ": use the baseline instead.</span>";
  }

  /// Where it does not beat them in tonnes, that has to be said.
  private static String inTonnes(Evaluation evaluation) {
    double best = evaluation.best().tonnes().r2();
    return evaluation.baselines().stream()
        .filter(one -> one.baseline().hasToBeBeaten() && one.tonnes().r2() >= best)
        .map(one -> text(" <span class=\"bad\">In tonnes it does not beat “%s”: R² %.3f against %.3f."
                + "</span>",
            escaped(one.baseline().title()), best, one.tonnes().r2()))
        .collect(Collectors.joining());
  }

  private static String table(Evaluation evaluation) {
    ModelScores best = evaluation.best();
    return Page.table("<th>baseline</th><th>cross-validated R²</th><th>held-out R²</th><th>R², tonnes</th>"
        + "<th>MAE, t</th><th>rows</th>",
        text("<tr class=\"best\"><td>%s</td><td>%.3f</td><td>%.3f</td><td>%.3f</td><td>%.1f</td>"
            + "<td>%,d</td></tr>\n", best.title(), best.cvR2(), best.boxCox().r2(),
            best.tonnes().r2(), best.tonnes().mae(), evaluation.testRows())
            + evaluation.baselines().stream().map(one -> text(
                "<tr><td>%s</td><td>%.3f</td><td>%.3f</td><td>%.3f</td><td>%.1f</td><td>%,d</td>"
                    + "</tr>\n", escaped(one.baseline().title()), one.cvR2(), one.boxCox().r2(),
                one.tonnes().r2(), one.tonnes().mae(), one.rows())).collect(Collectors.joining()));
  }

  private static String formula(Evaluation evaluation) {
    return evaluation.baselines().stream()
        .filter(one -> one.baseline() == Baseline.EMISSION_FACTORS)
        .map(one -> one.boxCox().r2() < NEARLY_EXACT
            ? text("<p>The emission factors do not fit these tables: R² %.3f.</p>\n", one.boxCox().r2())
            : text("<p>Emissions are computed from metered energy: where all of it is known, the"
            + " emission factors give them with R² %.3f, and no model is needed.%s</p>\n",
            one.boxCox().r2(), switch (evaluation.features()) {
              case METERED -> " A metered model knows the shares of the fuels, not how much energy"
                  + " there was, so it cannot come close to that.";
              case UNMETERED -> "";
            })).collect(Collectors.joining());
  }

  private static Figure figure(Evaluation evaluation) {
    ModelScores best = evaluation.best();
    return new Figure("baselines", "R² on held-out rows, Box-Cox scale", Axis.of("R²"),
        Axis.of(Stream.concat(Stream.of(best.title()), evaluation.baselines().stream()
            .map(one -> switch (one.baseline()) {
              case MEAN_BY_TYPE -> "Mean by type";
              case LINE_BY_TYPE -> "Line in log area";
              case EMISSION_FACTORS -> "Emission factors";
            })).toList()))
        .bars("held-out rows", PlotColor.ORANGE, DoubleStream.concat(DoubleStream.of(best.boxCox().r2()),
            evaluation.baselines().stream().mapToDouble(one -> one.boxCox().r2())).toArray())
        .says(text("%s reaches %.3f; %s.", best.title(), best.boxCox().r2(),
            evaluation.baselines().stream().map(one -> text("“%s” %.3f", one.baseline().title(),
                one.boxCox().r2())).collect(Collectors.joining(", "))));
  }
}
