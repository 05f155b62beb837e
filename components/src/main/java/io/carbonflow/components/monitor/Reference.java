// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.publish.Comparison;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.model.building.CleanCsv;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.published.PublishedModels;
import io.carbonflow.published.PublishedModels.Loaded;

/// What the published model came from: what new rows are compared with.
///
/// @param model the model
/// @param training the rows that it was trained on
/// @param heldOut the rows that it was judged on and that are possible, with its predictions
record Reference(Loaded model, List<ModelRow> training, ScoredRows heldOut) {

  /// Reads it from beside the model.
  ///
  /// @throws Problem if it cannot be read, or is of another run
  static Reference of(PublishedModels models, Loaded model) {
    String source = models.uri(model.published(), PublishedModels.ROWS).toString();
    byte[] content = models.beside(model.published(), PublishedModels.ROWS);
    List<ModelRow> rows;
    try {
      rows = CleanCsv.read(Csv.read(new ByteArrayInputStream(content), source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var sides = rows.stream().collect(
        Collectors.partitioningBy(row -> Comparison.isHeldOut(row, model.bundle())));
    if (sides.get(true).isEmpty() || sides.get(false).isEmpty()) {
      throw new Problem(Place.of(source), "does not hold the rows that the model came from",
          "publish a model again");
    }
    return new Reference(
        model, sides.get(false), ScoredRows.of(model.bundle(), sides.get(true)).possible());
  }

  /// The buildings that it was trained on.
  Set<String> trainedOn() {
    return training.stream().map(row -> row.key().building()).collect(Collectors.toSet());
  }
}
