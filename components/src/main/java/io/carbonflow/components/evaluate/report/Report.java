// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import module java.base;
import io.carbonflow.components.evaluate.Evaluation;
import io.carbonflow.components.influence.Dependence;
import io.carbonflow.components.influence.Importance;
import io.carbonflow.components.merge.SourcesReport;
import io.carbonflow.components.score.ScoreIntervals;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.components.validate.ValidationSummary;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.bundle.TrainingRows;

/// What the report tells of.
///
/// @param evaluation the comparison of the models
/// @param model the best model, with its provenance
/// @param heldOut the held-out rows, with what it predicts of them
/// @param sources the tables that all of it comes from
/// @param validation the findings of validation
/// @param importances how much each feature changes its predictions; empty where the model cannot
///     be explained
/// @param dependences what it makes of the main features
/// @param untold what the tables tell nothing of
/// @param misses the held-out rows that it predicts the furthest off
/// @param intervals how far its scores would differ for other buildings
public record Report(
    Evaluation evaluation,
    Bundle model,
    ScoredRows heldOut,
    SourcesReport sources,
    ValidationSummary validation,
    List<Importance> importances,
    List<Dependence> dependences,
    List<FeatureGroup> untold,
    LargestMisses misses,
    ScoreIntervals intervals) {
  /// How many held-out rows are explained and varied: enough for means, and done in a second or two.
  private static final int ROWS = 100;
  /// How many features are shown in detail.
  private static final int FEATURES = 4;

  /// Copies the lists.
  public Report {
    importances = List.copyOf(importances);
    dependences = List.copyOf(dependences);
    untold = List.copyOf(untold);
  }

  /// Without the reasons of the largest errors.
  Report(Evaluation evaluation, Bundle model, ScoredRows heldOut, SourcesReport sources, ValidationSummary validation,
      List<Importance> importances, List<Dependence> dependences, List<FeatureGroup> untold) {
    this(evaluation, model, heldOut, sources, validation, importances, dependences, untold,
        LargestMisses.of(heldOut, Optional.empty()), ScoreIntervals.of(heldOut));
  }

  /// Looks into the model.
  ///
  /// @param training the training rows, whose values of the features are tried
  public static Report of(Evaluation evaluation, Bundle model, ScoredRows heldOut,
      List<ModelRow> training, SourcesReport sources, ValidationSummary validation) {
    List<ModelRow> some = some(heldOut);
    List<Importance> importances =
        model.explains() ? Importance.of(model.explain(some)) : List.of();
    List<Dependence> dependences = importances.stream()
        .flatMap(one -> Dependence.of(one.feature(), model, training, some).stream())
        .limit(FEATURES).toList();
    return new Report(
        evaluation, model, heldOut, sources, validation, importances, dependences,
        Untold.of(evaluation.features(), training), LargestMisses.of(heldOut, Optional.of(model)),
        ScoreIntervals.of(heldOut));
  }

  /// Some of the rows, spread evenly over their predictions.
  private static List<ModelRow> some(ScoredRows heldOut) {
    double[] predicted = heldOut.predicted();
    List<ModelRow> sorted = IntStream.range(0, predicted.length).boxed()
        .sorted(Comparator.comparingDouble(i -> predicted[i]))
        .map(heldOut.rows()::get).toList();
    return TrainingRows.evenly(sorted.size(), ROWS).mapToObj(sorted::get).toList();
  }
}
