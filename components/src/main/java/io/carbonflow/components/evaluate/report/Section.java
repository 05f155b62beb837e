// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import module java.base;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.Page;

/// A part of the report.
///
/// @param title its heading; empty for what stands at the top
/// @param html what it says, before its figures
/// @param figures its figures
public record Section(String title, String html, List<Figure> figures) {

  /// Copies the list.
  public Section {
    figures = List.copyOf(figures);
  }

  /// One without figures.
  Section(String title, String html) {
    this(title, html, List.of());
  }

  /// The section as a part of a page.
  String toHtml() {
    return (title.isEmpty() ? "" : "<h2>" + Page.escaped(title) + "</h2>\n") + html
        + (figures.isEmpty() ? "" : Page.figures(figures));
  }
}
