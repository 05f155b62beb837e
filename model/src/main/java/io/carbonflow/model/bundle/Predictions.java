// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import io.carbonflow.model.building.MissingColumn;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.model.building.PredictionRows.Skipped;
import io.carbonflow.model.transform.Outside;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of a table of rows.
///
/// @param predicted a prediction for each row that could be predicted, in the order of the rows
/// @param skipped the rows that could not, each with its reason
/// @param unseen the categories that no training row had, with how many rows have each; such a row is
///     predicted as having none of the categories that the model knows
/// @param missing the columns that the model's features are made of and that the table lacks
public record Predictions(List<Prediction> predicted, List<Skipped> skipped,
    SortedMap<String, Long> unseen, List<MissingColumn> missing) {

  /// Copies the collections.
  public Predictions {
    predicted = List.copyOf(predicted);
    skipped = List.copyOf(skipped);
    unseen = Collections.unmodifiableSortedMap(new TreeMap<>(unseen));
    missing = List.copyOf(missing);
  }

  /// Predictions of a table that lacks no column.
  public Predictions(
      List<Prediction> predicted, List<Skipped> skipped, SortedMap<String, Long> unseen) {
    this(predicted, skipped, unseen, List.of());
  }

  /// How many rows could not be predicted, by what they have in common, the most first.
  public SequencedMap<String, Long> reasons() {
    return PredictionRows.reasons(skipped);
  }

  /// How many rows lie outside of what the model was trained on, by each quantity or category; a row may
  /// do so by several.
  public SortedMap<String, Long> outside() {
    SortedMap<String, Long> rows = new TreeMap<>();
    predicted.forEach(one -> one.outside().stream().map(Outside::what).distinct()
        .forEach(what -> rows.merge(what, 1L, Long::sum)));
    return Collections.unmodifiableSortedMap(rows);
  }

  /// Whether most of the rows that are a subject of the models could be predicted. Dwellings and
  /// campuses are none, unless there is nothing else.
  public boolean areMost() {
    return PredictionRows.areMost(predicted.size(), skipped);
  }
}
