package io.carbonflow.components.evaluate;

import io.carbonflow.components.page.Plot;
import java.awt.Color;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.XYChart;

/// The plots of an evaluation, as PNG.
final class Charts {
  private Charts() {}

  /// All plots by name, each the content of a PNG file.
  static Map<String, byte[]> of(Evaluation evaluation) {
    Contender best = evaluation.best();
    Map<String, byte[]> plots = new LinkedHashMap<>();
    plots.put("model_performance_R2", Plot.png(r2(evaluation)));
    plots.put("model_performance_MSE", Plot.png(mse(evaluation)));
    plots.put("predicted_against_actual", Plot.png(predicted(evaluation, best)));
    plots.put("residuals", Plot.png(residuals(evaluation, best)));
    evaluation.contenders().stream().filter(c -> c.trials().length > 0)
        .forEach(c -> plots.put("search_" + c.name(), Plot.png(search(c))));
    return plots;
  }

  private static CategoryChart r2(Evaluation evaluation) {
    CategoryChart chart = Plot.bars("R² by model", "R² on the Box-Cox scale", "0.000");
    series(chart, evaluation, "cross-validated", Plot.BLUE, Contender::cvR2);
    series(chart, evaluation, "held-out", Plot.ORANGE, c -> c.boxCox().r2());
    return chart;
  }

  private static CategoryChart mse(Evaluation evaluation) {
    CategoryChart chart =
        Plot.bars("Mean squared error by model", "MSE on the Box-Cox scale", "0.000");
    series(chart, evaluation, "held-out", Plot.ORANGE, c -> c.boxCox().mse());
    return chart;
  }

  private static void series(CategoryChart chart, Evaluation evaluation, String name, Color color,
      ToDoubleFunction<Contender> value) {
    List<String> models = evaluation.contenders().stream().map(Contender::title).toList();
    List<Double> values = evaluation.contenders().stream().map(value::applyAsDouble).toList();
    chart.addSeries(name, models, values).setFillColor(color);
  }

  private static XYChart predicted(Evaluation evaluation, Contender model) {
    XYChart chart = Plot.points("Predicted against actual, held-out rows: " + model.title(),
        "actual, Box-Cox scale", "predicted, Box-Cox scale");
    Plot.scatter(chart, "row", evaluation.actual(), model.predicted());
    double low = Arrays.stream(evaluation.actual()).min().orElse(0);
    double high = Arrays.stream(evaluation.actual()).max().orElse(1);
    Plot.line(chart, "perfect", new double[] {low, high}, new double[] {low, high}, Plot.GREY);
    return chart;
  }

  private static XYChart residuals(Evaluation evaluation, Contender model) {
    XYChart chart = Plot.points("Residuals, held-out rows: " + model.title(),
        "predicted, Box-Cox scale", "actual − predicted");
    double[] predicted = model.predicted();
    Plot.scatter(chart, "row", predicted, IntStream.range(0, predicted.length)
        .mapToDouble(i -> evaluation.actual()[i] - predicted[i]).toArray());
    double low = Arrays.stream(predicted).min().orElse(0);
    double high = Arrays.stream(predicted).max().orElse(1);
    Plot.line(chart, "no error", new double[] {low, high}, new double[] {0, 0}, Plot.GREY);
    return chart;
  }

  private static XYChart search(Contender model) {
    XYChart chart = Plot.points("Search progress: " + model.title(), "trial", "cross-validated R²");
    double[] numbers = IntStream.range(0, model.trials().length)
        .filter(i -> !Double.isNaN(model.trials()[i])).mapToDouble(i -> i).toArray();
    double[] scores = Arrays.stream(model.trials()).filter(v -> !Double.isNaN(v)).toArray();
    double[] best = scores.clone();
    for (int i = 1; i < best.length; i++) {
      best[i] = Math.max(best[i], best[i - 1]);
    }
    Plot.scatter(chart, "trial on all folds", numbers, scores);
    Plot.line(chart, "best so far", numbers, best, Plot.ORANGE);
    return chart;
  }
}
