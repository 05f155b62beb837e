// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import module java.base;
import io.carbonflow.base.file.AtomicFile.Content;
import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Csv;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.bundle.Prediction;
import io.carbonflow.model.bundle.Predictions;
import io.carbonflow.model.explain.Contribution;
import io.carbonflow.model.explain.Explanation;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.transform.Outside;

/// `predictions.csv`: a line for each predicted row.
final class PredictionsCsv {
  private static final List<String> HEADER = List.of("OSEBuildingID", "DataYear",
      "predicted_tonnes", "lower_tonnes", "upper_tonnes", "mean_tonnes", "outside_training",
      "measured_tonnes", "property_type", "property_name");
  private static final String METHOD = "method";
  private static final String REASONS = "reasons";
  private static final String VERSION = "model_version";
  private static final String BETWEEN = "; ";

  /// How many reasons a line tells.
  private static final int MAIN = 3;

  private PredictionsCsv() {}

  /// The table. The interval's ends are empty where there is none, and so is the mean, and what was measured.
  ///
  /// @param rows what is known of the building of each prediction
  /// @param methods whether to tell how each was made
  /// @param explanations one for each prediction; empty for no column of reasons
  /// @param version the model's version; empty for no column of it
  static Content of(Predictions predictions, List<ModelRow> rows, boolean methods,
      Optional<List<Explanation>> explanations, Optional<String> version) {
    List<String> header = new ArrayList<>(HEADER);
    if (methods) {
      header.add(METHOD);
    }
    explanations.ifPresent(_ -> header.add(REASONS));
    version.ifPresent(_ -> header.add(VERSION));
    return out -> Csv.write(out, header, () -> IntStream.range(0, predictions.predicted().size()).mapToObj(i -> {
      List<String> cells = cells(predictions.predicted().get(i), rows.get(i));
      if (methods) {
        cells.add(predictions.predicted().get(i).method().word());
      }
      explanations.ifPresent(all -> cells.add(all.get(i).largest(MAIN).stream()
          .map(Contribution::toString).collect(Collectors.joining(BETWEEN))));
      version.ifPresent(cells::add);
      return cells;
    }).iterator());
  }

  private static List<String> cells(Prediction prediction, ModelRow row) {
    return new ArrayList<>(List.of(
        prediction.key().building(),
        Integer.toString(prediction.key().year()),
        Cell.format(prediction.tonnes()),
        end(prediction.interval(), Interval::lower),
        end(prediction.interval(), Interval::upper),
        prediction.mean().isPresent() ? Cell.format(prediction.mean().getAsDouble()) : "",
        prediction.outside().stream().map(Outside::text)
            .collect(Collectors.joining(BETWEEN)),
        Cell.format(row.tonnes()), row.category(Category.PRIMARY_TYPE), row.name()));
  }

  /// The cell of an interval's end; empty where there is no interval.
  static String end(Optional<Interval> interval, ToDoubleFunction<Interval> end) {
    return interval.map(about -> Cell.format(end.applyAsDouble(about))).orElse("");
  }
}
