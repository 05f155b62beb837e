// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.evaluate.Evaluation;
import io.carbonflow.components.evaluate.ModelScores;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.score.Bootstrap;

/// The models beside each other, with their spread over the folds.
final class ComparisonSection {
  private static final String HEAD = "<th>model</th><th>cross-validated R²</th><th>held-out R²</th>"
      + "<th>MSE</th><th>RMSE</th><th>MAE</th><th>R², tonnes</th><th>RMSE, t</th><th>MAE, t</th>";

  private ComparisonSection() {}

  static Section of(Evaluation evaluation) {
    return new Section("Model comparison",
        Page.table(HEAD, evaluation.contenders().stream()
            .map(c -> row(c, c == evaluation.best())).collect(Collectors.joining()))
            + "<p>± is the standard deviation over the folds. The best is chosen by the"
            + " cross-validated R²; the held-out rows have no say. R², MSE, RMSE and MAE without a"
            + " unit are on the Box-Cox scale. Ensemble is the weighted mean of the other models.</p>\n"
            + inTonnes(evaluation) + outsideOfFolds(evaluation.best()),
        List.of(r2(evaluation), mse(evaluation)));
  }

  /// That another model is ahead where large buildings count the most; empty where none is.
  private static String inTonnes(Evaluation evaluation) {
    ModelScores best = evaluation.best();
    ModelScores first = evaluation.contenders().stream()
        .max(Comparator.comparingDouble(one -> one.tonnes().r2())).orElseThrow();
    return first == best ? "" : text("<p>In tonnes, where the largest buildings decide, %s has the highest held-out R²:"
        + " %.3f against %.3f of %s.</p>\n", first.title(), first.tonnes().r2(), best.tonnes().r2(), best.title());
  }

  /// That the held-out rows are easier or harder than each fold was; empty where they lie among them.
  private static String outsideOfFolds(ModelScores best) {
    DoubleSummaryStatistics folds = best.foldR2().stream().mapToDouble(r -> r).summaryStatistics();
    double heldOut = best.boxCox().r2();
    boolean above = heldOut > folds.getMax();
    return !above && heldOut >= folds.getMin() ? ""
        : text("<p>The held-out R² of %s, %.3f, lies %s those of all folds (%.3f to %.3f): these buildings are %s"
            + " to predict than those it was trained on. For other buildings expect an R² between %.3f, the mean"
            + " over folds, and %.3f.</p>\n", best.title(), heldOut, above ? "above" : "below", folds.getMin(), folds.getMax(),
            above ? "easier" : "harder", best.cvR2(), heldOut);
  }

  private static String row(ModelScores c, boolean best) {
    return (best ? "<tr class=\"best\">" : "<tr>") + text(
        "<td>%s</td><td>%.3f ± %.3f</td><td>%.3f</td><td>%.3f</td><td>%.3f</td><td>%.3f</td>"
            + "<td>%.3f</td><td>%.1f</td><td>%.1f</td></tr>\n",
        c.title(), c.cvR2(), c.cvSd(), c.boxCox().r2(), c.boxCox().mse(), c.boxCox().rmse(),
        c.boxCox().mae(), c.tonnes().r2(), c.tonnes().rmse(), c.tonnes().mae());
  }

  private static Figure r2(Evaluation evaluation) {
    List<ModelScores> models = evaluation.contenders();
    double[] folds = models.stream().flatMap(c -> c.foldR2().stream()).mapToDouble(r -> r).toArray();
    double[] lines = IntStream.range(0, models.size())
        .flatMap(m -> models.get(m).foldR2().stream().mapToInt(_ -> -m)).asDoubleStream().toArray();
    ModelScores best = evaluation.best();
    double[] at = IntStream.range(0, models.size()).mapToDouble(m -> -m).toArray();
    ModelScores closest = models.stream().filter(c -> c != best)
        .max(Comparator.comparingDouble(ModelScores::cvR2)).orElseThrow();
    Figure figure = new Figure("model_performance_R2", "R² on the Box-Cox scale", Axis.of("R²"),
        Axis.of(models.stream().map(ModelScores::title).toList()));
    for (int m = 0; m < models.size(); m++) {
      ModelScores one = models.get(m);
      double error = Bootstrap.DEVIATIONS * one.cvSd() / Math.sqrt(Math.max(1, one.foldR2().size() - 1));
      figure.line("mean of the folds and its 90% interval" + (m == 0 ? "" : " " + m), PlotColor.TEXT,
          new double[] {one.cvR2() - error, one.cvR2() + error}, new double[] {-m, -m});
    }
    return figure
        .points("mean", PlotColor.TEXT, models.stream().mapToDouble(ModelScores::cvR2).toArray(), at)
        .points("one fold", PlotColor.BLUE, folds, lines)
        .points("held-out rows", PlotColor.ORANGE,
            models.stream().mapToDouble(c -> c.boxCox().r2()).toArray(), at)
        .says(text("%s has the highest mean over the folds, %.3f; %s follows with %.3f. A fold's R²"
                + " strays from its model's mean by up to %.3f.", best.title(), best.cvR2(),
            closest.title(), closest.cvR2(), models.stream().flatMapToDouble(c -> c.foldR2().stream()
                .mapToDouble(r -> Math.abs(r - c.cvR2()))).max().orElseThrow()));
  }

  private static Figure mse(Evaluation evaluation) {
    List<ModelScores> models = evaluation.contenders();
    ModelScores least =
        models.stream().min(Comparator.comparingDouble(c -> c.boxCox().mse())).orElseThrow();
    return new Figure("model_performance_MSE", "Mean squared error, held-out rows",
        Axis.of("MSE on the Box-Cox scale"),
        Axis.of(models.stream().map(ModelScores::title).toList()))
        .bars("held-out rows", PlotColor.ORANGE,
            models.stream().mapToDouble(c -> c.boxCox().mse()).toArray())
        .says(text("Lower is better: on these rows %s has the least, %.3f.", least.title(),
            least.boxCox().mse()));
  }
}
