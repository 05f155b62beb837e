package io.carbonflow.components.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// A figure: points and lines in two dimensions, with a title and a sentence that says what is to be
/// seen in it. One and the same figure stands in a page as SVG and in a file as PNG.
public final class Figure {
  /// Wide enough for a name and a value; on a phone its texts are still read without zooming.
  static final int WIDTH = 420;
  private static final int HEIGHT = 300;
  /// What a line of categories needs, and what is above and below all of them.
  private static final int LINE = 26;
  private static final int AROUND = 64;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Color NONE = new Color(255, 255, 255, 0);
  private static final BasicStroke THICK =
      new BasicStroke(11, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  private static final BasicStroke THIN = new BasicStroke(2);
  private static final BasicStroke HAIR = new BasicStroke(1);

  private final String name;
  private final String title;
  private final Axis x;
  private final Axis y;
  private final List<Consumer<XYChart>> parts = new ArrayList<>();
  private final Map<Ink, Key> keys = new LinkedHashMap<>();
  private String sentence = "";

  /// What a series is called and what it is drawn with.
  record Key(String series, Ink ink) {}

  /// An empty figure.
  ///
  /// @param name the name of its file, without an ending
  /// @param title what it is of
  public Figure(String name, String title, Axis x, Axis y) {
    this.name = name;
    this.title = title;
    this.x = x;
    this.y = y;
  }

  /// Adds points.
  public Figure points(String series, Ink ink, double[] xs, double[] ys) {
    return add(series, ink, chart -> {
      XYSeries points = chart.addSeries(series, xs, ys);
      points.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
      points.setMarker(SeriesMarkers.CIRCLE);
      points.setMarkerColor(ink.sheer());
    });
  }

  /// Adds a line; a grey one is drawn thin.
  public Figure line(String series, Ink ink, double[] xs, double[] ys) {
    return add(series, ink, chart ->
        line(chart.addSeries(series, xs, ys), ink, ink == Ink.GREY ? HAIR : THIN));
  }

  /// Adds a bar from 0 for each line of categories, in their order.
  public Figure bars(String series, Ink ink, double[] values) {
    return add(series, ink, chart -> {
      for (int i = 0; i < values.length; i++) {
        XYSeries bar = chart.addSeries(i == 0 ? series : series + " " + i,
            new double[] {0, values[i]}, new double[] {-i, -i});
        line(bar, ink, THICK);
        bar.setShowInLegend(i == 0);
      }
    });
  }

  private static void line(XYSeries series, Ink ink, BasicStroke stroke) {
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(ink.color());
    series.setLineStyle(stroke);
  }

  private Figure add(String series, Ink ink, Consumer<XYChart> part) {
    keys.putIfAbsent(ink, new Key(series, ink));
    parts.add(part);
    return this;
  }

  /// Says what is to be seen.
  public Figure says(String what) {
    sentence = what;
    return this;
  }

  /// A chart of it, to be drawn once: XChart's remember how they were drawn before.
  XYChart chart() {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(height()).title(title)
        .xAxisTitle(x.title()).yAxisTitle(y.title()).build();
    style(chart.getStyler(), x, y);
    parts.forEach(part -> part.accept(chart));
    addUnevenly(chart);
    return chart;
  }

  /// Adds a point that is not drawn. Where all values of an axis are equally far apart XChart 4.0 labels
  /// each of them, one over the other.
  private static void addUnevenly(XYChart chart) {
    XYSeries unseen = chart.addSeries("unseen",
        new double[] {between(chart, XYSeries::getXMin, XYSeries::getXMax)},
        new double[] {between(chart, XYSeries::getYMin, XYSeries::getYMax)});
    unseen.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    unseen.setMarker(SeriesMarkers.NONE);
    unseen.setShowInLegend(false);
  }

  private static double between(
      XYChart chart, ToDoubleFunction<XYSeries> min, ToDoubleFunction<XYSeries> max) {
    double least = chart.getSeriesCollection().stream().mapToDouble(min).min().orElse(0);
    double greatest = chart.getSeriesCollection().stream().mapToDouble(max).max().orElse(1);
    return least + (greatest - least) / Math.PI;
  }

  private static void style(XYStyler styler, Axis x, Axis y) {
    styler.setLocale(Locale.ROOT);
    styler.setBaseFont(FONT);
    styler.setAxisTitleFont(FONT);
    styler.setAxisTickLabelsFont(FONT);
    styler.setLegendFont(FONT);
    styler.setChartTitleFont(FONT.deriveFont(Font.BOLD, 15f));
    styler.setChartFontColor(Ink.TEXT.color());
    styler.setXAxisTickLabelsColor(Ink.TEXT.color());
    styler.setYAxisTickLabelsColor(Ink.TEXT.color());
    styler.setXAxisTitleColor(Ink.TEXT.color());
    styler.setYAxisTitleColor(Ink.TEXT.color());
    styler.setChartBackgroundColor(NONE);
    styler.setPlotBackgroundColor(NONE);
    styler.setLegendBackgroundColor(NONE);
    styler.setLegendBorderColor(NONE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(Ink.GRID.color());
    styler.setPlotGridLinesStroke(HAIR);
    styler.setPlotGridHorizontalLinesVisible(y.categories() == 0);
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTicksMarksVisible(false);
    styler.setMarkerSize(7);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setXAxisTickMarkSpacingHint(70);
    styler.setYAxisTickMarkSpacingHint(y.categories() > 0 ? LINE - 6 : 40);
    end(x.least(), styler::setXAxisMin);
    end(x.greatest(), styler::setXAxisMax);
    end(y.least(), styler::setYAxisMin);
    end(y.greatest(), styler::setYAxisMax);
    styler.setXAxisTickLabelsFormattingFunction(x.label()::apply);
    styler.setYAxisTickLabelsFormattingFunction(y.label()::apply);
  }

  private static void end(double value, Consumer<Double> set) {
    if (!Double.isNaN(value)) {
      set.accept(value);
    }
  }

  /// The name of its file, without an ending.
  public String name() {
    return name;
  }

  /// How high it is where it is [#WIDTH] wide.
  int height() {
    return y.categories() > 0 ? AROUND + LINE * y.categories() : HEIGHT;
  }

  String title() {
    return title;
  }

  String yTitle() {
    return y.title();
  }

  String sentence() {
    return sentence;
  }

  /// What each ink means: what the first series drawn with it is called.
  List<Key> keys() {
    return List.copyOf(keys.values());
  }
}
