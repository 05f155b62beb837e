// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.kfp.step.ParameterType;

/// The result in a few lines, for a terminal and for Kubeflow's run page.
final class SummaryText {
  private SummaryText() {}

  /// A table of the models in Markdown, and which one is the best.
  static String of(Evaluation evaluation) {
    StringBuilder text = new StringBuilder();
    text.append(row("model", "cross-validated R²", "held-out R²", "MAE, t"));
    text.append(row("---", "---:", "---:", "---:"));
    for (ModelScores c : evaluation.contenders()) {
      String mark = c == evaluation.best() ? " *" : "";
      text.append(row(c.name() + mark, String.format(Locale.ROOT, "%.3f ± %.3f", c.cvR2(), c.cvSd()),
          number("%.3f", c.boxCox().r2()), number("%.1f", c.tonnes().mae())));
    }
    text.append(String.format(Locale.ROOT,
        "%n* best by cross-validation. Features: %s. R² on the Box-Cox scale of tonnes,"
            + " %,d training rows, %,d held-out rows of other buildings.%n",
        ParameterType.format(evaluation.features()), evaluation.trainRows(),
        evaluation.testRows()));
    evaluation.coverage().ifPresent(coverage -> text.append(coverage.sentence()).append('\n'));
    evaluation.totals().sentence().ifPresent(sentence -> text.append(sentence).append('\n'));
    evaluation.withoutImpossible().ifPresent(sentence -> text.append(sentence).append('\n'));
    evaluation.notBeaten().ifPresent(sentence -> text.append(sentence).append('\n'));
    evaluation.warning().ifPresent(warning -> text.append(warning).append('\n'));
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private static String row(String model, String cv, String heldOut, String mae) {
    return String.format(Locale.ROOT, "| %-15s | %18s | %11s | %7s |%n", model, cv, heldOut, mae);
  }
}
