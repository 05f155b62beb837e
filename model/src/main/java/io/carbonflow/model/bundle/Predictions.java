// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import io.carbonflow.model.building.PredictionRows.Skipped;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What became of a table of rows.
///
/// @param predicted a prediction for each row that could be predicted, in the order of the rows
/// @param skipped the rows that could not, each with its reason
/// @param unseen the categories that no training row had, with how many rows have each; such a row is
///     predicted as having none of the categories that the model knows
public record Predictions(
    List<Prediction> predicted, List<Skipped> skipped, SortedMap<String, Long> unseen) {

  /// Copies the collections.
  public Predictions {
    predicted = List.copyOf(predicted);
    skipped = List.copyOf(skipped);
    unseen = Collections.unmodifiableSortedMap(new TreeMap<>(unseen));
  }
}
