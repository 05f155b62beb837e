package io.carbonflow.components.evaluate;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// The plots of an evaluation, as PNG.
final class Charts {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 480;
  /// Pixels a point, so that the plots are sharp on a dense screen too.
  private static final int SHARPNESS = 2;
  /// Two colours that people with any colour vision tell apart (Okabe and Ito, 2008).
  private static final Color BLUE = new Color(0x00, 0x72, 0xB2);
  private static final Color ORANGE = new Color(0xD5, 0x5E, 0x00);
  private static final Color GREY = new Color(0x70, 0x70, 0x70);

  private Charts() {}

  /// All plots by name, each the content of a PNG file.
  static Map<String, byte[]> of(Evaluation evaluation) {
    Contender best = evaluation.best();
    Map<String, byte[]> plots = new LinkedHashMap<>();
    plots.put("model_performance_R2", png(r2(evaluation)));
    plots.put("model_performance_MSE", png(mse(evaluation)));
    plots.put("predicted_against_actual", png(predicted(evaluation, best)));
    plots.put("residuals", png(residuals(evaluation, best)));
    evaluation.contenders().stream().filter(c -> c.trials().length > 0)
        .forEach(c -> plots.put("search_" + c.name(), png(search(c))));
    return plots;
  }

  private static CategoryChart r2(Evaluation evaluation) {
    CategoryChart chart = bars("R² by model", "R² on the Box-Cox scale");
    series(chart, evaluation, "cross-validated", BLUE, Contender::cvR2);
    series(chart, evaluation, "held-out", ORANGE, c -> c.boxCox().r2());
    return chart;
  }

  private static CategoryChart mse(Evaluation evaluation) {
    CategoryChart chart = bars("Mean squared error by model", "MSE on the Box-Cox scale");
    series(chart, evaluation, "held-out", ORANGE, c -> c.boxCox().mse());
    return chart;
  }

  private static CategoryChart bars(String title, String axis) {
    CategoryChart chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(title)
        .yAxisTitle(axis).build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setAvailableSpaceFill(0.6);
    chart.getStyler().setLabelsVisible(true);
    chart.getStyler().setDecimalPattern("0.000");
    style(chart);
    return chart;
  }

  private static void series(CategoryChart chart, Evaluation evaluation, String name, Color color,
      ToDoubleFunction<Contender> value) {
    List<String> models = evaluation.contenders().stream().map(Contender::title).toList();
    List<Double> values = evaluation.contenders().stream().map(value::applyAsDouble).toList();
    chart.addSeries(name, models, values).setFillColor(color);
  }

  private static XYChart predicted(Evaluation evaluation, Contender model) {
    XYChart chart = points("Predicted against actual, held-out rows: " + model.title(),
        "actual, Box-Cox scale", "predicted, Box-Cox scale");
    scatter(chart, "row", evaluation.actual(), model.predicted());
    double low = Arrays.stream(evaluation.actual()).min().orElse(0);
    double high = Arrays.stream(evaluation.actual()).max().orElse(1);
    line(chart, "perfect", new double[] {low, high}, new double[] {low, high}, GREY);
    return chart;
  }

  private static XYChart residuals(Evaluation evaluation, Contender model) {
    XYChart chart = points("Residuals, held-out rows: " + model.title(),
        "predicted, Box-Cox scale", "actual − predicted");
    double[] predicted = model.predicted();
    scatter(chart, "row", predicted, IntStream.range(0, predicted.length)
        .mapToDouble(i -> evaluation.actual()[i] - predicted[i]).toArray());
    double low = Arrays.stream(predicted).min().orElse(0);
    double high = Arrays.stream(predicted).max().orElse(1);
    line(chart, "no error", new double[] {low, high}, new double[] {0, 0}, GREY);
    return chart;
  }

  private static XYChart search(Contender model) {
    XYChart chart = points("Search progress: " + model.title(), "trial", "cross-validated R²");
    double[] numbers = IntStream.range(0, model.trials().length)
        .filter(i -> !Double.isNaN(model.trials()[i])).mapToDouble(i -> i).toArray();
    double[] scores = Arrays.stream(model.trials()).filter(v -> !Double.isNaN(v)).toArray();
    double[] best = scores.clone();
    for (int i = 1; i < best.length; i++) {
      best[i] = Math.max(best[i], best[i - 1]);
    }
    scatter(chart, "trial on all folds", numbers, scores);
    line(chart, "best so far", numbers, best, ORANGE);
    return chart;
  }

  private static XYChart points(String title, String x, String y) {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title)
        .xAxisTitle(x).yAxisTitle(y).build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    style(chart);
    return chart;
  }

  private static void scatter(XYChart chart, String name, double[] x, double[] y) {
    var series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.CIRCLE);
    series.setMarkerColor(new Color(BLUE.getRed(), BLUE.getGreen(), BLUE.getBlue(), 110));
    chart.getStyler().setMarkerSize(6);
  }

  private static void line(XYChart chart, String name, double[] x, double[] y, Color color) {
    var series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(color);
  }

  private static void style(Chart<?, ?> chart) {
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setPlotBorderVisible(false);
    chart.getStyler().setLocale(java.util.Locale.ROOT);
  }

  private static byte[] png(Chart<?, ?> chart) {
    BufferedImage image =
        new BufferedImage(SHARPNESS * WIDTH, SHARPNESS * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SHARPNESS, SHARPNESS);
    chart.paint(graphics, WIDTH, HEIGHT);
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("a plot could not be encoded", e);
    }
    return png.toByteArray();
  }
}
