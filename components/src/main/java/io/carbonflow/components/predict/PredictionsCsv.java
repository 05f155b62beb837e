package io.carbonflow.components.predict;

import io.carbonflow.explain.Contribution;
import io.carbonflow.explain.Explanation;
import io.carbonflow.interval.Interval;
import io.carbonflow.model.Prediction;
import io.carbonflow.model.Predictions;
import io.carbonflow.table.Cell;
import io.carbonflow.table.Csv;
import io.carbonflow.transform.Outside;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// `predictions.csv`: a line for each predicted row.
final class PredictionsCsv {
  private static final List<String> HEADER = List.of("OSEBuildingID", "DataYear",
      "predicted_tonnes", "lower_tonnes", "upper_tonnes", "outside_training");
  private static final String REASONS = "reasons";
  private static final String BETWEEN = "; ";

  /// How many reasons a line tells.
  private static final int MAIN = 3;

  private PredictionsCsv() {}

  /// Writes the table. The interval's ends are empty where there is none.
  ///
  /// @param explanations one for each prediction, or none
  /// @param explained whether there is a column of reasons
  static void write(
      Path file, Predictions predictions, List<Explanation> explanations, boolean explained) {
    List<String> header = new ArrayList<>(HEADER);
    if (explained) {
      header.add(REASONS);
    }
    Csv.write(file, header, IntStream.range(0, predictions.predicted().size()).mapToObj(i -> {
      List<String> cells = cells(predictions.predicted().get(i));
      if (explained) {
        cells.add(explanations.get(i).largest(MAIN).stream()
            .map(Contribution::toString).collect(Collectors.joining(BETWEEN)));
      }
      return cells;
    }).toList());
  }

  private static List<String> cells(Prediction prediction) {
    return new ArrayList<>(List.of(
        prediction.key().building(),
        Integer.toString(prediction.key().year()),
        Cell.format(prediction.tonnes()),
        end(prediction, Interval::lower),
        end(prediction, Interval::upper),
        prediction.outside().stream().map(Outside::text)
            .collect(Collectors.joining(BETWEEN))));
  }

  private static String end(Prediction prediction, ToDoubleFunction<Interval> end) {
    return prediction.interval().map(interval -> Cell.format(end.applyAsDouble(interval)))
        .orElse("");
  }
}
