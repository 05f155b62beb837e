// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.model.building.MissingColumn;
import io.carbonflow.model.bundle.Predictions;

/// What became of rows, in a few lines, for the log.
final class PredictionText {
  private static final int MOST_SKIPPED = 3;

  private PredictionText() {}

  /// The lines: the factors that the model does not know first, then how many rows were predicted, how they
  /// were read, and what is to be known of them.
  static List<String> of(Answers answers) {
    Predictions predictions = answers.predictions();
    List<String> lines = new ArrayList<>(answers.factors().lines());
    lines.add((predictions.areMost() ? "" : "MOST ROWS ARE NOT PREDICTED: ") + counts(predictions));
    MissingColumn.line(predictions.missing()).ifPresent(lines::add);
    lines.addAll(answers.reading().lines());
    answers.reading().impossible().forEach(row ->
        lines.add("predicted, though it is impossible: " + row.text()));
    answers.fromLastYear().ifPresent(known ->
        lines.addAll(known.lines(answers.bundle(), answers.explanations().isPresent())));
    if (answers.bundle().intervals().isEmpty()) {
      lines.add("no intervals: the bundle is an older one, or of too few buildings");
    }
    predictions.skipped().stream().limit(MOST_SKIPPED).forEach(row -> lines.add(
        "not predicted: line " + row.line() + ", building " + row.id() + ": " + row.reason()));
    predictions.unseen().forEach((category, rows) -> lines.add(
        category + " was never seen in training; " + Counted.of(rows, "row has it", "rows have it")));
    outside(predictions).ifPresent(lines::add);
    return lines;
  }

  private static Optional<String> outside(Predictions predictions) {
    long rows = predictions.predicted().stream().filter(one -> !one.outside().isEmpty()).count();
    return rows == 0 ? Optional.empty() : Optional.of(Counted.of(rows, "row lies", "rows lie")
        + " outside of the training data; the column outside_training says why");
  }

  /// How many rows were predicted and how many not, with the reasons.
  static String counts(Predictions predictions) {
    String reasons = because(predictions.reasons());
    return String.format(Locale.ROOT, "%s predicted, %,d not%s", Counted.of(predictions.predicted().size(), "row"),
        predictions.skipped().size(), reasons.isEmpty() ? "" : ": " + reasons);
  }

  /// How many rows there are of each reason, in words.
  static String because(Map<String, Long> reasons) {
    return reasons.entrySet().stream()
        .map(reason -> String.format(Locale.ROOT, "%,d because %s", reason.getValue(), reason.getKey()))
        .collect(Collectors.joining("; "));
  }
}
