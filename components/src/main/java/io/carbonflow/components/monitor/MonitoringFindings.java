// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.score.ScoredRows;

/// What was found of the published model.
///
/// @param reference the model and what it came from
/// @param now the new rows
/// @param scores its scores on new rows of buildings that it was not trained on; none if there are too
///     few of them
/// @param types its errors on the same rows by property type
/// @param predictions its predictions; empty if there are no rows of such buildings
/// @param inputs what it takes
record MonitoringFindings(
    Reference reference,
    NewRows now,
    List<Change> scores,
    List<Change> types,
    Optional<Change> predictions,
    List<Change> inputs) {

  /// Compares new rows with what the model came from.
  static MonitoringFindings of(Reference reference, NewRows now, Alarms alarms) throws InterruptedException {
    Drift drift = new Drift(alarms);
    ScoredRows heldOut = reference.heldOut();
    double promised = reference.model().published().promise().r2();
    Optional<ScoreChanges> scored = now.scoredUnseen()
        .filter(rows -> rows.buildings() >= ScoreChanges.LEAST_BUILDINGS)
        .map(rows -> ScoreChanges.of(heldOut, promised, rows, alarms));
    return new MonitoringFindings(reference, now,
        scored.isEmpty() ? List.of() : scored.get().scores(),
        scored.isEmpty() ? List.of() : scored.get().types(),
        now.unseen().isEmpty() ? Optional.empty()
            : Optional.of(drift.predictions(heldOut, now.unseen().get())),
        drift.inputs(reference.model().bundle().scale().features(), reference.training(),
            now.rows()));
  }

  /// Whether the model has degraded.
  Health health() {
    return scores.isEmpty() ? Health.UNKNOWN
        : scores.stream().anyMatch(Change::alarm) ? Health.DEGRADED : Health.AS_PROMISED;
  }

  /// Whether its inputs or predictions are distributed otherwise.
  boolean hasDrifted() {
    return drifted().findFirst().isPresent();
  }

  /// Which of them are.
  Stream<Change> drifted() {
    return Stream.concat(predictions.stream(), inputs.stream()).filter(Change::alarm);
  }

  /// Whether a training starts.
  boolean startsTraining(Retrain retrain) {
    boolean degraded = health() == Health.DEGRADED;
    return switch (retrain) {
      case SCORES -> degraded;
      case DRIFT -> hasDrifted();
      case EITHER -> degraded || hasDrifted();
      case NEVER -> false;
    };
  }
}
