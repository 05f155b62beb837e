// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.feature.RowKey;

/// What was found of the published model.
///
/// @param reference the model and what the model was trained on
/// @param now the new rows
/// @param before what the model was trained on, by building
/// @param after what it takes of the new rows, by building
/// @param scores its scores on new rows of buildings that it was not trained on; none if there are too
///     few of them
/// @param types its errors on the same rows by property type
/// @param predictions its predictions; empty if there are no rows of such buildings
/// @param inputs what it takes
/// @param moves how the buildings of the new rows moved together
/// @param withoutMoves the scores with that taken out; none where there is nothing to take out
record MonitoringFindings(
    Reference reference,
    NewRows now,
    InputsByBuilding before,
    InputsByBuilding after,
    List<Change> scores,
    List<Change> types,
    Optional<Change> predictions,
    List<Change> inputs,
    CommonMoves moves,
    List<Change> withoutMoves) {

  /// Compares new rows with what the model came from.
  static MonitoringFindings of(Reference reference, NewRows now, Alarms alarms) throws InterruptedException {
    Drift drift = new Drift(alarms);
    ScoredRows heldOut = reference.heldOut();
    double promised = reference.model().published().promise().r2();
    Optional<ScoreChanges> scored = now.scoredUnseen()
        .filter(rows -> rows.buildings() >= ScoreChanges.LEAST_BUILDINGS)
        .map(rows -> ScoreChanges.of(heldOut, promised, rows, alarms));
    InputsByBuilding before = InputsByBuilding.of(reference.training());
    InputsByBuilding after = InputsByBuilding.of(now.rows());
    CommonMoves moves = CommonMoves.of(reference, now.scored(), alarms.tolerance());
    return new MonitoringFindings(reference, now, before, after,
        scored.isEmpty() ? List.of() : scored.get().scores(),
        scored.isEmpty() ? List.of() : scored.get().types(),
        now.unseen().isEmpty() ? Optional.empty()
            : Optional.of(drift.predictions(heldOut, now.unseen().get())),
        drift.inputs(reference.model().bundle().scale().features(), before, after),
        moves, scored.isEmpty() || !moves.takeOut() ? List.of()
            : ScoreChanges.of(heldOut, promised, moves.takenOut(scored.get().now()), alarms).scores());
  }

  /// Whether the model has degraded. It has not where what all buildings did together explains why its scores
  /// are worse.
  Health health() {
    return scores.isEmpty() ? Health.UNKNOWN
        : scores.stream().noneMatch(Change::alarm) ? Health.AS_PROMISED
        : !withoutMoves.isEmpty() && withoutMoves.stream().noneMatch(Change::alarm) ? Health.DATA_MOVED
        : Health.DEGRADED;
  }

  /// How many of the new rows that scores are of are rows that the promise was measured on, with the same emissions.
  /// They say nothing new.
  long ofThePromise() {
    Map<RowKey, Double> promised = reference.heldOut().rows().stream()
        .collect(Collectors.toMap(ModelRow::key, ModelRow::tonnes, (first, _) -> first));
    return now.scoredUnseen().stream().flatMap(scored -> scored.rows().stream())
        .filter(row -> promised.getOrDefault(row.key(), Double.NaN) == row.tonnes()).count();
  }

  /// The new rows that scores are of, as they would have been measured had no year moved; empty where nothing is
  /// taken out.
  Optional<ScoredRows> scoredWithoutMoves() {
    return now.scoredUnseen().filter(_ -> !withoutMoves.isEmpty()).map(moves::takenOut);
  }

  /// Whether the data changed: its inputs or predictions drifted, or a year moved and the model
  /// did not.
  boolean dataChanged() {
    return hasDrifted() || health() == Health.DATA_MOVED;
  }

  /// Whether its inputs or predictions drifted.
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
      case DRIFT -> dataChanged();
      case EITHER -> degraded || dataChanged();
      case NEVER -> false;
    };
  }
}
