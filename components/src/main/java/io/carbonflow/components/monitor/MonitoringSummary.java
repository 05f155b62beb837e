// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.MissingColumn;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.published.PublishedMetrics;

/// What was found, in sentences.
///
/// @param found what was found
/// @param starts whether a training starts
record MonitoringSummary(MonitoringFindings found, boolean starts) {
  /// How many changed inputs are named.
  private static final int MOST = 5;

  /// All sentences, a line each.
  String text() {
    return health() + "\n" + lines(known()) + lines(factors()) + lines(moved()) + drift() + "\n" + lines(careful())
        + training() + "\n";
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /// Whether the model performs as promised.
  String health() {
    String version = found.reference().model().published().version();
    return switch (found.health()) {
      case UNKNOWN -> text("The scores of %s cannot be judged: there are measured emissions of"
          + " only %d new buildings that it was not trained on, and %d are needed.", version,
          found.now().scoredUnseen().map(ScoredRows::buildings).orElse(0),
          ScoreChanges.LEAST_BUILDINGS);
      case AS_PROMISED -> text("%s performs as promised: %s.", version, scores());
      case DATA_MOVED -> text("%s performs as promised once the change common to all buildings is adjusted for: as measured it"
          + " has %s; adjusted, %s.", version, scores(), without());
      case DEGRADED -> text("%s has degraded: %s.%s", version, scores(), found.withoutMoves().isEmpty() ? ""
          : text(" Adjusted for the change common to all buildings of a year it has %s.", without()));
    };
  }

  /// That rows are not new to the promise.
  List<String> known() {
    long known = found.health() == Health.UNKNOWN ? 0 : found.ofThePromise();
    int all = found.now().scoredUnseen().map(rows -> rows.rows().size()).orElse(0);
    return known == 0 ? List.of() : List.of(text("%s among those that the promise was measured on, which cannot show"
        + " whether the model still performs as promised: give tables of later years.", known == all
            ? text("These %,d rows are", all) : text("Of these %,d rows %s", all, Counted.of(known, "is", "are"))));
  }

  private String without() {
    ScoredRows now = found.scoredWithoutMoves().orElseThrow();
    return text("R² %.3f (p %.3f), a mean absolute error of %.1f t (p %.3f)%s", now.boxCox().r2(),
        found.withoutMoves().get(0).p(), now.tonnes().mae(), found.withoutMoves().get(1).p(),
        found.withoutMoves().stream().skip(2).map(change -> text(" and %.1f%% of rows within their intervals (p %.3f)",
            100 * change.now(), change.p())).collect(Collectors.joining()));
  }

  /// How the buildings of each year moved together.
  List<String> moved() {
    return found.moves().years().values().stream().map(CommonMove::text).toList();
  }

  private String scores() {
    ScoredRows now = found.now().scoredUnseen().orElseThrow();
    PublishedMetrics promise = found.reference().model().published().promise();
    return text("R² %.3f (promised %.3f, p %.3f), a mean absolute error of %.1f t (promised %.1f,"
        + " p %.3f)%s, on %,d new rows of %,d buildings that it was not trained on",
        now.boxCox().r2(), promise.r2(), found.scores().get(0).p(), now.tonnes().mae(),
        promise.tonnesMae(), found.scores().get(1).p(), coverage(), now.rows().size(),
        now.buildings());
  }

  private String coverage() {
    return found.scores().stream().skip(2).map(change -> text(
        " and %.1f%% of rows within their intervals (promised %.1f%%, p %.3f)",
        100 * change.now(), 100 * change.before(), change.p())).collect(Collectors.joining());
  }

  /// What drifted.
  String drift() {
    if (!found.hasDrifted()) {
      return text("No drift in its inputs and predictions: none of %d changed by more than chance"
          + " and tolerance explain.", found.inputs().size() + found.predictions().stream().count());
    }
    String named = found.drifted().limit(MOST)
        .map(change -> text("%s (%.2f apart)", InputWords.of(change.name()).title(), change.difference()))
        .collect(Collectors.joining(", "));
    long rest = found.drifted().count() - MOST;
    return "Drift found in " + named + (rest > 0 ? " and " + rest + " more" : "")
        + ".";
  }

  /// Which emission factors differ from those that the model knows.
  List<String> factors() {
    return FactorChanges.sentences(found.reference().model().bundle().factors(), found.now().factors());
  }

  /// What else may be why: what the table of new rows lacks, and that most of it was not looked at.
  List<String> careful() {
    List<PredictionRows.Skipped> skipped = found.now().skipped();
    int predicted = found.now().rows().size();
    Optional<String> few = PredictionRows.areMost(predicted, skipped) ? Optional.empty()
        : Optional.of(text("only %,d of %,d rows can be predicted: ", predicted, predicted + skipped.size())
            + PredictionRows.reasons(skipped).entrySet().stream()
                .map(reason -> text("%,d not because ", reason.getValue()) + reason.getKey())
                .collect(Collectors.joining("; ")));
    return Stream.of(MissingColumn.line(found.now().missing()), few).flatMap(Optional::stream)
        .map(line -> "Careful: " + line + ".").toList();
  }

  /// Whether a training starts, and why.
  String training() {
    return switch (found.health()) {
      case DEGRADED -> starts ? "A new training starts: the model is worse than it promised."
          : "No training starts, because retrain does not ask for one.";
      case DATA_MOVED -> starts ? "A new training starts: the data changed."
          : "No training starts: the data changed, the model has not degraded.";
      case AS_PROMISED, UNKNOWN -> starts ? "A new training starts: the data changed." : "No training starts.";
    };
  }

  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
