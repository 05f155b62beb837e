// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.components.baseline.NextYear;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.LastYear;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.model.bundle.Bundle;
import io.carbonflow.model.interval.Interval;

/// How well held-out buildings are predicted from their last year: the model has seen neither year.
///
/// @param rows how many held-out rows are of a building with an earlier year
/// @param way how they are predicted
/// @param coverage the share of them within their interval of level [Interval#LEVEL]; empty where
///     there are none
public record HeldOutLastYear(int rows, NextYear.Way way, OptionalDouble coverage) {

  /// Predicts those of the held-out rows that can be; empty where there are fewer than
  /// [NextYear#LEAST_ROWS].
  static Optional<HeldOutLastYear> of(Bundle model, List<ModelRow> heldOut) {
    LastYear lastYear = LastYear.of(heldOut);
    List<ModelRow> known =
        heldOut.stream().filter(row -> lastYear.before(row.key()).isPresent()).toList();
    if (known.size() < NextYear.LEAST_ROWS) {
      return Optional.empty();
    }
    ScoredRows rows = new ScoredRows(known, model.predict(
        new PredictionRows(known, List.of()), lastYear, Interval.LEVEL).predicted());
    return Optional.of(new HeldOutLastYear(
        known.size(), NextYear.Way.of(rows.actual(), rows.predicted()), rows.coverage()));
  }

  /// It in one sentence.
  public String sentence() {
    return String.format(Locale.ROOT, "On %,d held-out rows that are predicted with an earlier year of"
        + " the same building (the model was trained on neither), R² is %.3f and MAE %.1f t%s.",
        rows, way.boxCox().r2(), way.tonnes().mae(), coverage.isEmpty() ? "" : String.format(
            Locale.ROOT, "; their %.0f%% intervals cover %.1f%%",
            100 * Interval.LEVEL, 100 * coverage.getAsDouble()));
  }
}
