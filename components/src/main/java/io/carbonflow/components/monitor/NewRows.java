package io.carbonflow.components.monitor;

import io.carbonflow.building.ModelRow;
import io.carbonflow.building.PredictionRows;
import io.carbonflow.components.score.ScoredRows;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// New rows, with what the published model predicts of them.
///
/// @param rows all rows that can be predicted
/// @param unseen those of buildings that the model was not trained on; empty if there are none
/// @param scored those of which the emissions are known; empty if there are none
/// @param scoredUnseen those of which both holds
/// @param skipped the rows that cannot be predicted
record NewRows(List<ModelRow> rows, Optional<ScoredRows> unseen, Optional<ScoredRows> scored,
    Optional<ScoredRows> scoredUnseen, List<PredictionRows.Skipped> skipped) {

  /// Has the model predict the rows of a table.
  static NewRows of(Reference reference, PredictionRows table) {
    Set<String> trainedOn = reference.trainedOn();
    List<ModelRow> unseen = table.rows().stream()
        .filter(row -> !trainedOn.contains(row.key().building())).toList();
    return new NewRows(table.rows(), predicted(reference, unseen),
        predicted(reference, known(table.rows())), predicted(reference, known(unseen)),
        table.skipped());
  }

  private static List<ModelRow> known(List<ModelRow> rows) {
    return rows.stream().filter(row -> row.tonnes() > -1).toList();
  }

  private static Optional<ScoredRows> predicted(Reference reference, List<ModelRow> rows) {
    return rows.isEmpty() ? Optional.empty()
        : Optional.of(ScoredRows.of(reference.model().bundle(), rows));
  }
}
