// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.infer;

import module java.base;
import io.carbonflow.components.predict.Answers;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.model.building.MissingColumn;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.published.Published;

/// Which model has predicted how much, in a few lines.
@FileName("inference.md")
public record InferenceText(Path path) implements Artifact.Markdown {

  static String of(Published model, Answers answers) {
    DoubleSummaryStatistics tonnes = answers.predictions().predicted().stream()
        .mapToDouble(Prediction::tonnes).summaryStatistics();
    return String.format(Locale.ROOT, "%,d rows were predicted by %s (%s, %s; held-out R² %.3f when it"
        + " was published), %,d were not.\nThey come to %,.0f t, %,.1f t on average.\n",
        tonnes.getCount(), model.version(), model.promise().model(),
        model.promise().features().word(), model.promise().r2(),
        answers.predictions().skipped().size(), tonnes.getSum(), tonnes.getAverage())
        + MissingColumn.line(answers.predictions().missing()).map(line -> "\nCareful: " + line + ".\n")
            .orElse("");
  }
}
