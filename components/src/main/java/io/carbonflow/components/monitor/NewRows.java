// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.predict.AppliedFactors;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.Building;
import io.carbonflow.model.building.MissingColumn;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.PredictionRows;

/// New rows, with what the published model predicts of them.
///
/// @param rows all rows that can be predicted
/// @param unseen those of buildings that the model was not trained on; empty if there are none
/// @param scored those of which the emissions are known and possible; empty if there are none
/// @param scoredUnseen those of which both holds
/// @param withImpossible those of which the emissions are known, be they possible or not; empty where all are
/// @param skipped the rows that cannot be predicted
/// @param missing the columns that the model's features are made of and that the table lacks
/// @param factors the emission factors that they were predicted by
record NewRows(List<ModelRow> rows, Optional<ScoredRows> unseen, Optional<ScoredRows> scored,
    Optional<ScoredRows> scoredUnseen, Optional<ScoredRows> withImpossible, List<PredictionRows.Skipped> skipped,
    List<MissingColumn> missing, AppliedFactors factors) {

  /// Rows of which none is impossible.
  NewRows(List<ModelRow> rows, Optional<ScoredRows> unseen, Optional<ScoredRows> scored,
      Optional<ScoredRows> scoredUnseen, List<PredictionRows.Skipped> skipped, List<MissingColumn> missing,
      AppliedFactors factors) {
    this(rows, unseen, scored, scoredUnseen, Optional.empty(), skipped, missing, factors);
  }

  /// Has the model predict the rows of a table.
  static NewRows of(Reference reference, PredictionRows table, AppliedFactors factors) {
    Optional<ScoredRows> all = table.rows().isEmpty() ? Optional.empty()
        : Optional.of(ScoredRows.of(factors.to(reference.model().bundle()), table.rows()));
    Set<String> trainedOn = reference.trainedOn();
    Optional<ScoredRows> unseen = all.flatMap(
        rows -> rows.where(row -> !trainedOn.contains(row.key().building())));
    return new NewRows(table.rows(), unseen, all.flatMap(NewRows::known),
        unseen.flatMap(NewRows::known), all.filter(rows -> rows.rows().stream().anyMatch(ModelRow::impossible))
            .flatMap(rows -> rows.where(NewRows::isKnown)), table.skipped(), table.missing(), factors);
  }

  private static Optional<ScoredRows> known(ScoredRows rows) {
    return rows.where(row -> isKnown(row) && !row.impossible());
  }

  private static boolean isKnown(ModelRow row) {
    return row.tonnes() > -1 && !Building.isBeyond(row.tonnes());
  }
}
