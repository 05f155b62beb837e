package io.carbonflow.components.monitor;

import io.carbonflow.building.Measure;
import io.carbonflow.components.page.Plot;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.feature.BoxCox;
import java.awt.Color;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/// The plots of what was found, each with the sentence that says what is to be seen in it.
final class MonitoringCharts {
  /// How many inputs are shown: those that are furthest apart.
  private static final int INPUTS = 3;

  /// How many property types are shown: those with the most rows.
  private static final int TYPES = 8;

  private MonitoringCharts() {}

  /// All plots by their captions, each the content of a PNG file.
  static Map<String, byte[]> of(Findings found) {
    Map<String, byte[]> plots = new LinkedHashMap<>();
    found.now().scoredUnseen().ifPresent(rows -> plots.put(
        "New rows of buildings that the model was not trained on; on the line the prediction is"
            + " exact.", Plot.png(predicted(rows))));
    if (!found.types().isEmpty()) {
      plots.put("Mean absolute error of the types with the most new rows, as promised and now.",
          Plot.png(types(found.types())));
    }
    found.now().unseen().ifPresent(rows -> plots.put(
        "What the model predicts of buildings that it was not trained on: the share of buildings with"
            + " at most that much.",
        Plot.png(distributions("Predictions", "Box-Cox scale of tonnes",
            Drift.boxCox(found.reference().heldOut()), Drift.boxCox(rows)))));
    found.inputs().stream().sorted(Comparator.comparingDouble(Change::difference).reversed())
        .flatMap(change -> measure(change).stream()).limit(INPUTS)
        .forEach(measure -> plots.put(
            measure.column() + ", " + measure.description() + ": the share of buildings with at most"
                + " that much.",
            Plot.png(distributions(measure.column(), measure.unit(),
                Drift.values(measure, found.reference().training()),
                Drift.values(measure, found.now().rows())))));
    return plots;
  }

  private static Optional<Measure> measure(Change change) {
    return Stream.of(Measure.values()).filter(one -> one.column().equals(change.name())).findFirst();
  }

  private static XYChart predicted(ScoredRows rows) {
    XYChart chart = Plot.points("Predicted against actual, new rows", "actual, Box-Cox scale",
        "predicted, Box-Cox scale");
    double[] actual = BoxCox.of(rows.actual());
    Plot.scatter(chart, "row", actual, BoxCox.of(rows.predicted()));
    double[] ends = {Arrays.stream(actual).min().orElse(0), Arrays.stream(actual).max().orElse(1)};
    Plot.line(chart, "perfect", ends, ends, Plot.GREY);
    return chart;
  }

  private static CategoryChart types(List<Change> types) {
    CategoryChart chart = Plot.bars("Mean absolute error by property type", "tonnes", "0");
    List<Change> shown = types.stream().limit(TYPES).toList();
    List<String> names = shown.stream().map(Change::name).toList();
    chart.addSeries("promised", names, shown.stream().map(Change::before).toList())
        .setFillColor(Plot.BLUE);
    chart.addSeries("now", names, shown.stream().map(Change::now).toList())
        .setFillColor(Plot.ORANGE);
    chart.getStyler().setXAxisLabelRotation(30);
    return chart;
  }

  private static XYChart distributions(String title, String unit, double[] before, double[] now) {
    XYChart chart = Plot.points(title, unit, "share of buildings");
    add(chart, "before", before, Plot.BLUE);
    add(chart, "now", now, Plot.ORANGE);
    return chart;
  }

  private static void add(XYChart chart, String name, double[] values, Color color) {
    double[] known = DoubleStream.of(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (known.length > 0) {
      Plot.line(chart, name, known, IntStream.rangeClosed(1, known.length)
          .mapToDouble(i -> (double) i / known.length).toArray(), color);
    }
  }
}
