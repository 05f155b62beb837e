// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import module java.base;
import io.carbonflow.components.page.Figure.Mark;
import java.awt.Color;
import java.awt.geom.Rectangle2D;

/// The points of a figure in a page. XChart draws them as outlines; as circles they are smaller, say what they are and
/// lead to a row of a table.
final class Points {
  private final Iterator<Mark> marks;
  private final StringBuilder groups = new StringBuilder();
  private String style = "";

  /// @param marks what each point says, in the order in which they are drawn
  Points(List<Mark> marks) {
    this.marks = marks.iterator();
  }

  /// Takes a point as it is drawn. Points of one color that follow each other make a group.
  void take(Rectangle2D bounds, Color color) {
    String own = String.format(Locale.ROOT, "fill=\"rgb(%d,%d,%d)\"%s", color.getRed(), color.getGreen(),
        color.getBlue(), color.getAlpha() == 255 ? "" : " fill-opacity=\".5\"");
    if (!own.equals(style)) {
      groups.append(style.isEmpty() ? "" : "</g>\n").append("<g ").append(own).append(">\n");
      style = own;
    }
    Mark mark = marks.hasNext() ? marks.next() : Mark.NONE;
    String tip = mark.tip().isEmpty() ? "" : "<title>" + Page.escaped(mark.tip()) + "</title>";
    String circle = String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"",
        bounds.getCenterX(), bounds.getCenterY(), bounds.getWidth() / 2);
    groups.append(!mark.row().isEmpty()
        // who goes by keys finds the same in the table, without a stop at each point
        ? "<a href=\"#" + Page.escaped(mark.row()) + "\" tabindex=\"-1\">" + tip + circle + "/></a>"
        : tip.isEmpty() ? circle + "/>" : circle + ">" + tip + "</circle>").append('\n');
  }

  /// All that were taken, as SVG.
  String toSvg() {
    return style.isEmpty() ? "" : groups + "</g>\n";
  }
}
