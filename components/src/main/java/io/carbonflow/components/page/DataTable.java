// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import static io.carbonflow.components.page.Page.escaped;

import module java.base;

/// A table that a reader can sort and filter where scripts may run. Where they may not, it is a plain table in the
/// order of its rows. A point of a figure can link to a row ([Figure.Mark]).
public final class DataTable {
  /// What [Page] knows such a table by.
  static final String MARKER = "<table class=\"data\"";

  private final String caption;
  private final List<String> heads;
  private final StringBuilder body = new StringBuilder();

  /// An empty table.
  ///
  /// @param caption what it shows, one sentence
  /// @param heads the columns' names
  public DataTable(String caption, List<String> heads) {
    this.caption = caption;
    this.heads = List.copyOf(heads);
  }

  /// A cell.
  ///
  /// @param html what is shown
  /// @param order what rows are sorted by; empty for what is shown
  /// @param isText whether it is text, which is aligned to the left and wrapped
  public record Cell(String html, String order, boolean isText) {
    /// Text.
    public static Cell text(String text) {
      return new Cell(escaped(text), "", true);
    }

    /// A number that is shown rounded and sorted exactly.
    ///
    /// @param value not a number for an empty cell, which comes last
    /// @param format as [String#format] takes it
    public static Cell number(double value, String format) {
      return Double.isNaN(value) ? new Cell("", Double.toString(-Double.MAX_VALUE), false)
          : new Cell(Page.text(format, value), Double.toString(value), false);
    }
  }

  /// Adds a row.
  ///
  /// @param id what links to the row are called, unique in the page; empty for none
  /// @throws IllegalArgumentException if there is not one cell a column
  public DataTable row(String id, List<Cell> cells) {
    if (cells.size() != heads.size()) {
      throw new IllegalArgumentException(cells.size() + " cells, " + heads.size() + " columns");
    }
    body.append(id.isEmpty() ? "<tr>" : "<tr id=\"" + escaped(id) + "\">");
    for (Cell cell : cells) {
      body.append("<td").append(cell.isText() ? " class=\"text\"" : "")
          .append(cell.order().isEmpty() ? "" : " data-order=\"" + escaped(cell.order()) + "\"")
          .append('>').append(cell.html()).append("</td>");
    }
    body.append("</tr>\n");
    return this;
  }

  /// The table as HTML.
  public String toHtml() {
    return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + escaped(caption) + "\">" + MARKER
        + ">\n<caption>" + escaped(caption) + "</caption>\n<thead><tr>"
        + heads.stream().map(head -> "<th scope=\"col\">" + escaped(head) + "</th>").collect(Collectors.joining())
        + "</tr></thead>\n<tbody>\n" + body + "</tbody>\n</table></div>\n";
  }
}
