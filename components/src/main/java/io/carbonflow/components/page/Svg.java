// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import module java.base;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.Ellipse2D;
import java.awt.geom.PathIterator;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

/// A figure as an SVG element to stand in a page. Its colors are variables of the page's style, and
/// its texts are texts: they can be searched for and read out.
///
/// XChart fills the outlines of letters. Its labels are known here, so an outline is found among
/// those of the labels, and the label is written instead.
final class Svg extends VectorGraphics2D {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+");
  private static final Pattern COLOR = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
  private static final Pattern CLIP = Pattern.compile("\\bclip\\d+");
  /// The page says in which font; the name of this machine's has no place in it.
  private static final Pattern FONT =
      Pattern.compile("font-family:(&quot;[^&]*&quot;|[^;&\"]*);|font-size:[^;\"]*;");
  private static final Pattern UNSEEN = Pattern.compile("<rect[^>]*fill-opacity:0;[^>]*/>");

  private final Map<String, String> labels = new HashMap<>();
  private final Points points;

  private Svg(List<Figure.Mark> marks) {
    points = new Points(marks);
  }

  /// The element.
  static String of(Figure figure) {
    Svg svg = new Svg(figure.marks());
    svg.draw(figure, figure.chart());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new SVGProcessor().getDocument(svg.getCommands(),
          new PageSize(0, 0, Figure.WIDTH, figure.height())).writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("a figure could not be drawn", e);
    }
    String document = out.toString(StandardCharsets.UTF_8);
    return "<svg viewBox=\"0 0 " + Figure.WIDTH + " " + figure.height()
        + "\" role=\"" + (leads(figure) ? "group" : "img") + "\" aria-label=\"" + Page.escaped(figure.title()) + "\">"
        + lean(content(document).replaceFirst("</svg>\\s*$",
            Matcher.quoteReplacement(svg.points.toSvg() + "</svg>\n")), figure.name());
  }

  /// What has links in it is no picture to who reads with a program.
  private static boolean leads(Figure figure) {
    return figure.marks().stream().anyMatch(mark -> !mark.row().isEmpty());
  }

  private static String content(String document) {
    return document.substring(document.indexOf('>', document.indexOf("<svg")) + 1);
  }

  /// Draws what the page around it does not say: no title, no legend, no title of the axis y.
  private void draw(Figure figure, XYChart chart) {
    XYStyler styler = chart.getStyler();
    Function<Double, String> x = styler.getXAxisTickLabelsFormattingFunction();
    Function<Double, String> y = styler.getYAxisTickLabelsFormattingFunction();
    known(chart.getXAxisTitle(), styler.getAxisTitleFont());
    styler.setXAxisTickLabelsFormattingFunction(
        value -> known(x.apply(value), styler.getAxisTickLabelsFont()));
    styler.setYAxisTickLabelsFormattingFunction(
        value -> known(y.apply(value), styler.getAxisTickLabelsFont()));
    styler.setChartTitleVisible(false);
    styler.setLegendVisible(false);
    styler.setYAxisTitleVisible(false);
    styler.setXAxisTitleVisible(!chart.getXAxisTitle().isEmpty());
    chart.paint(this, Figure.WIDTH, figure.height());
  }

  private String known(String label, Font font) {
    if (!label.isBlank()) {
      // Letters that the font does not have look all alike: then the outline itself is drawn.
      labels.merge(outline(new TextLayout(label, font, getFontRenderContext()).getOutline(null)),
          label, (known, other) -> known.equals(other) ? known : "");
    }
    return label;
  }

  @Override
  public void fill(Shape shape) {
    if (shape instanceof Ellipse2D circle) {
      points.take(getTransform().createTransformedShape(circle).getBounds2D(), getColor());
      return;
    }
    String label = labels.get(outline(shape));
    if (label == null || label.isEmpty()) {
      super.fill(shape);
    } else {
      drawString(label, 0, 0);
    }
  }

  private static String outline(Shape shape) {
    StringBuilder text = new StringBuilder();
    double[] at = new double[6];
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      int points = switch (path.currentSegment(at)) {
        case PathIterator.SEG_CLOSE -> 0;
        case PathIterator.SEG_QUADTO -> 4;
        case PathIterator.SEG_CUBICTO -> 6;
        default -> 2;
      };
      for (int i = 0; i < points; i++) {
        text.append(Math.round(at[i] * 64)).append(' ');
      }
      text.append(';');
    }
    return text.toString();
  }

  /// Tenths of a pixel are enough, and what says nothing is left out.
  private static String lean(String svg, String name) {
    String text = CLIP.matcher(svg).replaceAll("clip-" + name);
    text = FONT.matcher(text).replaceAll("");
    text = UNSEEN.matcher(text).replaceAll("");
    text = COLOR.matcher(text).replaceAll(Svg::variable);
    text = TAG.matcher(text).replaceAll(tag -> Matcher.quoteReplacement(
        NUMBER.matcher(tag.group()).replaceAll(Svg::tenths)));
    return text.replace("stroke:none;", "").replace("fill:none;stroke", "stroke")
        .replace("stroke-miterlimit:10;", "").replace("stroke-linecap:square;", "")
        .replace("stroke-linejoin:bevel;", "").replaceAll("\\s*\\n\\s*", "\n");
  }

  private static String variable(MatchResult found) {
    Color color = new Color(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)),
        Integer.parseInt(found.group(3)));
    for (PlotColor ink : PlotColor.values()) {
      if (ink.color().equals(color)) {
        return "var(" + ink.variable() + ")";
      }
    }
    return Matcher.quoteReplacement(found.group());
  }

  private static String tenths(MatchResult found) {
    return String.format(Locale.ROOT, "%.1f", Double.parseDouble(found.group()))
        .replaceFirst("\\.0$", "");
  }
}
