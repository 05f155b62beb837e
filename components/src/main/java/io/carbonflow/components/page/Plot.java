package io.carbonflow.components.page;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// What all plots have in common.
public final class Plot {
  /// Two colours that people with any colour vision tell apart (Okabe and Ito, 2008).
  public static final Color BLUE = new Color(0x00, 0x72, 0xB2);
  /// The other one.
  public static final Color ORANGE = new Color(0xD5, 0x5E, 0x00);
  /// For lines that only lead the eye.
  public static final Color GREY = new Color(0x70, 0x70, 0x70);

  private static final int WIDTH = 760;
  private static final int HEIGHT = 480;

  /// Pixels a point, so that the plots are sharp on a dense screen too.
  private static final int SHARPNESS = 2;

  private Plot() {}

  /// An empty plot of bars, whose values are shown on them.
  ///
  /// @param decimals how they are written, `0.000`
  public static CategoryChart bars(String title, String axis, String decimals) {
    CategoryChart chart = new CategoryChartBuilder().width(WIDTH).height(HEIGHT).title(title)
        .yAxisTitle(axis).build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setAvailableSpaceFill(0.6);
    chart.getStyler().setLabelsVisible(true);
    chart.getStyler().setDecimalPattern(decimals);
    style(chart);
    return chart;
  }

  /// An empty plot of points and lines.
  public static XYChart points(String title, String x, String y) {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title)
        .xAxisTitle(x).yAxisTitle(y).build();
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    style(chart);
    return chart;
  }

  /// Adds points.
  public static void scatter(XYChart chart, String name, double[] x, double[] y) {
    var series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(SeriesMarkers.CIRCLE);
    series.setMarkerColor(new Color(BLUE.getRed(), BLUE.getGreen(), BLUE.getBlue(), 110));
    chart.getStyler().setMarkerSize(6);
  }

  /// Adds a line.
  public static void line(XYChart chart, String name, double[] x, double[] y, Color color) {
    var series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(color);
  }

  private static void style(Chart<?, ?> chart) {
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setPlotBorderVisible(false);
    chart.getStyler().setLocale(Locale.ROOT);
  }

  /// The plot as the content of a PNG file.
  public static byte[] png(Chart<?, ?> chart) {
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
