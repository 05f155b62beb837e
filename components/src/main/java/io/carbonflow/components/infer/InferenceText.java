// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.infer;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.components.predict.AddedUp;
import io.carbonflow.components.predict.Answers;
import io.carbonflow.kfp.step.Artifact;
import io.carbonflow.kfp.step.FileName;
import io.carbonflow.model.building.MissingColumn;
import io.carbonflow.published.Published;

/// Which model has predicted how much, in a few lines.
@FileName("inference.md")
public record InferenceText(Path path) implements Artifact.Markdown {

  static String of(Published model, Answers answers) {
    return String.format(Locale.ROOT, "%s predicted by %s (%s, %s; held-out R² %.3f when it"
        + " was published), %s not.\n%s\n",
        Counted.of(answers.predictions().predicted().size(), "row was", "rows were"), model.version(), model.promise().model(),
        model.promise().features().word(), model.promise().r2(),
        Counted.of(answers.predictions().skipped().size(), "was", "were"), total(answers))
        + answers.factors().lines().stream().map(line -> "\n" + line + ".\n").collect(Collectors.joining())
        + MissingColumn.line(answers.predictions().missing()).map(line -> "\nCareful: " + line + ".\n")
            .orElse("");
  }

  private static String total(Answers answers) {
    return answers.totals().all().map(all -> all.rows() == 0 ? "They come to 0 t."
        : String.format(Locale.ROOT, "They come to %s%s, %,.1f t on average.", all.text(), answers.together(),
            all.tonnes() / all.rows()))
        .orElse("There is " + AddedUp.unknown() + ".");
  }
}
