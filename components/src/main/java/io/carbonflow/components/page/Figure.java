// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import module java.base;
import io.carbonflow.model.bundle.TrainingRows;
import java.awt.BasicStroke;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// A figure: points and lines in two dimensions, with a title and a sentence that says what can be
/// seen in it. One and the same figure stands in a page as SVG and in a file as PNG.
public final class Figure {
  /// Wide enough for a name and a value; on a phone its texts are still read without zooming.
  static final int WIDTH = 420;
  private static final int HEIGHT = 300;
  /// What a line of categories needs, and what is above and below all of them.
  static final int LINE = 26;
  private static final int AROUND = 64;
  /// How many points of a series are shown at most: more are a cloud without gaps, and each costs two
  /// hundred bytes of a page, which may have 2 MB.
  private static final int MOST_POINTS = 1500;
  /// Of more points than these what lies under one shines through: how dark a place is says how many are there.
  private static final int MOST_SOLID = 60;
  private static final BasicStroke THICK =
      new BasicStroke(11, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
  private static final BasicStroke THIN = new BasicStroke(2);
  static final BasicStroke HAIR = new BasicStroke(1);

  private final String name;
  private final String title;
  private final Axis x;
  private final Axis y;
  private final List<Consumer<XYChart>> parts = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final Map<PlotColor, Key> keys = new LinkedHashMap<>();
  private int mostPoints = MOST_POINTS;
  private String left = "";
  private String sentence = "";

  /// What a point of a page's figure says, and where it leads.
  ///
  /// @param tip what is shown where a pointer rests on it, in one line; empty for nothing
  /// @param row the id of the row of a table that it leads to ([DataTable#row]); empty for none
  public record Mark(String tip, String row) {
    static final Mark NONE = new Mark("", "");
  }

  /// What a series is called and what it is drawn with.
  record Key(String series, PlotColor ink) {}

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
  public Figure points(String series, PlotColor ink, double[] xs, double[] ys) {
    return points(series, ink, xs, ys, Collections.nCopies(xs.length, Mark.NONE));
  }

  /// Adds points that say what they are. Of many, some are shown that are spread evenly over their order, and all that
  /// lead to a row; the sentence below the figure says how many.
  ///
  /// @param said of each point
  public Figure points(String series, PlotColor ink, double[] xs, double[] ys, List<Mark> said) {
    int[] shown = shown(said);
    if (shown.length < xs.length) {
      left = Page.text(" %,d of %,d points are shown.", shown.length, xs.length);
    }
    double[] atX = Arrays.stream(shown).mapToDouble(i -> xs[i]).toArray();
    double[] atY = Arrays.stream(shown).mapToDouble(i -> ys[i]).toArray();
    Arrays.stream(shown).mapToObj(said::get).forEach(marks::add);
    return add(series, ink, chart -> {
      XYSeries points = chart.addSeries(series, atX, atY);
      points.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
      points.setMarker(SeriesMarkers.CIRCLE);
      points.setMarkerColor(shown.length > MOST_SOLID ? ink.sheer() : ink.color());
      points.setShowInLegend(isKey(series, ink));
    });
  }

  private int[] shown(List<Mark> said) {
    IntStream linked = IntStream.range(0, said.size()).filter(i -> !said.get(i).row().isEmpty());
    return IntStream.concat(TrainingRows.evenly(said.size(), mostPoints), linked).sorted().distinct().toArray();
  }

  /// Shows at most so many points of each series that is added from here on, those aside that lead to a row.
  public Figure showing(int most) {
    mostPoints = most;
    return this;
  }

  /// Adds a line; a gray one is drawn thin.
  public Figure line(String series, PlotColor ink, double[] xs, double[] ys) {
    return add(series, ink, chart -> {
      XYSeries line = chart.addSeries(series, xs, ys);
      line(line, ink, ink == PlotColor.GRAY ? HAIR : THIN);
      line.setShowInLegend(isKey(series, ink));
    });
  }

  /// Whether a series is the one that a legend names its color by.
  private boolean isKey(String series, PlotColor ink) {
    return keys.get(ink).series().equals(series);
  }

  /// Adds a bar from 0 for each line of categories, in their order.
  public Figure bars(String series, PlotColor ink, double[] values) {
    return add(series, ink, chart -> {
      for (int i = 0; i < values.length; i++) {
        XYSeries bar = chart.addSeries(i == 0 ? series : series + " " + i,
            new double[] {0, values[i]}, new double[] {-i, -i});
        line(bar, ink, THICK);
        bar.setShowInLegend(i == 0);
      }
    });
  }

  private static void line(XYSeries series, PlotColor ink, BasicStroke stroke) {
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(ink.color());
    series.setLineStyle(stroke);
  }

  private Figure add(String series, PlotColor ink, Consumer<XYChart> part) {
    keys.putIfAbsent(ink, new Key(series, ink));
    parts.add(part);
    return this;
  }

  /// Says what it shows.
  public Figure says(String what) {
    sentence = what;
    return this;
  }

  /// A chart of it, to be drawn once: XChart's remember how they were drawn before.
  XYChart chart() {
    XYChart chart = new XYChartBuilder().width(WIDTH).height(height()).title(title)
        .xAxisTitle(x.title()).yAxisTitle(y.title()).build();
    FigureStyle.set(chart.getStyler(), x, y);
    parts.forEach(part -> part.accept(chart));
    FigureStyle.addUnevenly(chart);
    return chart;
  }

  /// What its points say, in the order in which they are drawn.
  List<Mark> marks() {
    return List.copyOf(marks);
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
    return sentence + left;
  }

  /// What each ink means: what the first series drawn with it is called.
  List<Key> keys() {
    return List.copyOf(keys.values());
  }
}
