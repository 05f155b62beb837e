package io.carbonflow.components.evaluate;

import io.carbonflow.components.page.Page;
import io.carbonflow.components.score.TypeErrors;
import java.util.Locale;
import java.util.Map;

/// The report: one page that needs nothing beside it, so it also shows in Kubeflow's sandboxed frame.
final class ReportHtml {
  private ReportHtml() {}

  /// The page.
  ///
  /// @param plots the plots by name, PNG
  static String of(Evaluation evaluation, Map<String, byte[]> plots) {
    StringBuilder page = new StringBuilder();
    page.append("<p>").append(verdict(evaluation)).append("</p>\n");
    evaluation.warning().ifPresent(warning ->
        page.append("<p class=\"bad\">").append(warning).append("</p>\n"));
    page.append("<p>").append(setting(evaluation)).append("</p>\n");
    page.append("<h2>The models side by side</h2>\n").append(table(evaluation));
    evaluation.coverage().ifPresent(coverage -> page.append("<p>")
        .append(SummaryText.sentence(coverage).strip()).append("</p>\n"));
    page.append("<h2>Errors of the best model by property type</h2>\n").append(types(evaluation));
    page.append("<h2>Plots</h2>\n");
    plots.forEach((name, png) -> page.append(Page.figure(png, caption(name, evaluation))));
    page.append("<footer>Seed ").append(evaluation.seed())
        .append(". Every R² is that of a fitted model on buildings it never saw.</footer>\n");
    return Page.of("Models of building emissions", page.toString());
  }

  private static String verdict(Evaluation evaluation) {
    Contender best = evaluation.best();
    return String.format(Locale.ROOT,
        "The best model by cross-validation is <strong>%s</strong>: on %,d held-out rows it reaches"
            + " R² %.3f on the Box-Cox scale, and it is off by %.1f tonnes on average (R² %.3f in"
            + " tonnes).",
        best.title(), evaluation.testRows(), best.boxCox().r2(), best.tonnes().mae(),
        best.tonnes().r2());
  }

  private static String setting(Evaluation evaluation) {
    String known = switch (evaluation.features()) {
      case METERED -> "Features: <em>metered</em>. The shares of the fuels and the ENERGY STAR score"
          + " were known, which only a building with meters has.";
      case UNMETERED -> "Features: <em>unmetered</em>. Only what is known of any building was used:"
          + " no fuel shares, no ENERGY STAR score.";
    };
    return known + String.format(Locale.ROOT,
        " The models were fitted to %,d rows of other buildings and chosen by cross-validation on"
            + " these alone; folds, too, are split by building.", evaluation.trainRows());
  }

  private static String table(Evaluation evaluation) {
    StringBuilder table = new StringBuilder("<div class=\"scroll\"><table>\n<thead><tr>"
        + "<th>model</th><th>cross-validated R²</th><th>held-out R²</th><th>MSE</th><th>RMSE</th>"
        + "<th>MAE</th><th>R², tonnes</th><th>RMSE, t</th><th>MAE, t</th></tr></thead>\n<tbody>\n");
    for (Contender c : evaluation.contenders()) {
      table.append(c == evaluation.best() ? "<tr class=\"best\">" : "<tr>")
          .append("<td>").append(c.title()).append("</td>")
          .append(String.format(Locale.ROOT, "<td>%.3f ± %.3f</td>", c.cvR2(), c.cvSd()))
          .append(String.format(Locale.ROOT, "<td>%.3f</td><td>%.3f</td><td>%.3f</td><td>%.3f</td>",
              c.boxCox().r2(), c.boxCox().mse(), c.boxCox().rmse(), c.boxCox().mae()))
          .append(String.format(Locale.ROOT, "<td>%.3f</td><td>%.1f</td><td>%.1f</td></tr>\n",
              c.tonnes().r2(), c.tonnes().rmse(), c.tonnes().mae()));
    }
    return table.append("</tbody>\n</table></div>\n").toString();
  }

  private static String types(Evaluation evaluation) {
    StringBuilder table = new StringBuilder("<div class=\"scroll\"><table>\n<thead><tr>"
        + "<th>property type</th><th>held-out rows</th><th>mean emissions, t</th><th>MAE, t</th>"
        + "<th>bias, t</th></tr></thead>\n<tbody>\n");
    for (TypeErrors e : evaluation.types()) {
      table.append(String.format(Locale.ROOT,
          "<tr><td>%s</td><td>%,d</td><td>%,.1f</td><td>%,.1f</td><td>%+,.1f</td></tr>\n",
          Page.escaped(e.type()), e.rows(), e.actual(), e.absolute(), e.bias()));
    }
    return table.append("</tbody>\n</table></div>\n<p>Bias is predicted less measured emissions;"
        + " a type with few rows says little.</p>\n").toString();
  }

  private static String caption(String name, Evaluation evaluation) {
    Contender best = evaluation.best();
    return switch (name) {
      case "model_performance_R2" -> String.format(Locale.ROOT,
          "%s has the highest cross-validated R² (%.3f); on held-out rows it reaches %.3f.",
          best.title(), best.cvR2(), best.boxCox().r2());
      case "model_performance_MSE" -> String.format(Locale.ROOT,
          "The mean squared error on held-out rows is between %.3f and %.3f; lower is better.",
          evaluation.contenders().stream().mapToDouble(c -> c.boxCox().mse()).min().orElse(0),
          evaluation.contenders().stream().mapToDouble(c -> c.boxCox().mse()).max().orElse(0));
      case "predicted_against_actual" -> String.format(Locale.ROOT,
          "Each point is a held-out row; on the line the prediction is exact. Half of them are within"
              + " %.2f of it.", medianError(evaluation));
      case "residuals" -> String.format(Locale.ROOT,
          "What is left unexplained, by predicted size; the mean error is %+.3f.",
          meanError(evaluation));
      default -> searchCaption(name.substring("search_".length()), evaluation);
    };
  }

  private static String searchCaption(String model, Evaluation evaluation) {
    Contender c = evaluation.contenders().stream()
        .filter(contender -> contender.name().equals(model)).findFirst().orElseThrow();
    long complete = java.util.Arrays.stream(c.trials()).filter(v -> !Double.isNaN(v)).count();
    return String.format(Locale.ROOT,
        "%s: of %d trials %d went on to all folds; the best reached %.3f.",
        c.title(), c.trials().length, complete, c.cvR2());
  }

  private static double medianError(Evaluation evaluation) {
    double[] errors = errors(evaluation).map(Math::abs).sorted().toArray();
    return errors[errors.length / 2];
  }

  private static double meanError(Evaluation evaluation) {
    return errors(evaluation).average().orElse(0);
  }

  private static java.util.stream.DoubleStream errors(Evaluation evaluation) {
    double[] predicted = evaluation.best().predicted();
    return java.util.stream.IntStream.range(0, predicted.length)
        .mapToDouble(i -> evaluation.actual()[i] - predicted[i]);
  }
}
