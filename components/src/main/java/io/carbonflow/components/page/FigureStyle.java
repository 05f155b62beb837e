// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import module java.base;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// What all figures look like.
final class FigureStyle {
  static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Color NONE = new Color(255, 255, 255, 0);

  private FigureStyle() {}

  /// Sets it.
  static void set(XYStyler styler, Axis x, Axis y) {
    styler.setLocale(Locale.ROOT);
    styler.setBaseFont(FONT);
    styler.setAxisTitleFont(FONT);
    styler.setAxisTickLabelsFont(FONT);
    styler.setLegendFont(FONT);
    styler.setChartTitleFont(FONT.deriveFont(Font.BOLD, 15f));
    styler.setChartFontColor(PlotColor.TEXT.color());
    styler.setXAxisTickLabelsColor(PlotColor.TEXT.color());
    styler.setYAxisTickLabelsColor(PlotColor.TEXT.color());
    styler.setXAxisTitleColor(PlotColor.TEXT.color());
    styler.setYAxisTitleColor(PlotColor.TEXT.color());
    styler.setChartBackgroundColor(NONE);
    styler.setPlotBackgroundColor(NONE);
    styler.setLegendBackgroundColor(NONE);
    styler.setLegendBorderColor(NONE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(PlotColor.GRID.color());
    styler.setPlotGridLinesStroke(Figure.HAIR);
    styler.setPlotGridHorizontalLinesVisible(y.categories() == 0);
    styler.setAxisTicksLineVisible(false);
    styler.setAxisTicksMarksVisible(false);
    styler.setMarkerSize(7);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setXAxisTickMarkSpacingHint(70);
    styler.setYAxisTickMarkSpacingHint(y.categories() > 0 ? Figure.LINE - 6 : 40);
    if (y.categories() > 0) {
      styler.setYAxisMin(-y.categories() + 0.4);
      styler.setYAxisMax(0.6);
    }
    styler.setXAxisLogarithmic(x.isLogarithmic());
    styler.setYAxisLogarithmic(y.isLogarithmic());
    styler.setXAxisLogarithmicDecadeOnly(true);
    styler.setYAxisLogarithmicDecadeOnly(true);
    x.range().ifPresent(range -> {
      styler.setXAxisMin(range.least());
      styler.setXAxisMax(range.greatest());
    });
    y.range().ifPresent(range -> {
      styler.setYAxisMin(range.least());
      styler.setYAxisMax(range.greatest());
    });
    styler.setXAxisTickLabelsFormattingFunction(x.label()::apply);
    styler.setYAxisTickLabelsFormattingFunction(y.label()::apply);
  }

  /// Adds a point that is not drawn. Where all values of an axis are equally far apart XChart 4.0 labels
  /// each of them, one over the other.
  static void addUnevenly(XYChart chart) {
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
}
