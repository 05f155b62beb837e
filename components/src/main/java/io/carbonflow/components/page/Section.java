// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import module java.base;

/// A part of a page.
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
  public Section(String title, String html) {
    this(title, html, List.of());
  }

  /// What links to it are called.
  String id() {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  /// The section as HTML; one with a title begins with it.
  String toHtml() {
    String body = html + (figures.isEmpty() ? "" : Page.figures(figures));
    return title.isEmpty() ? body
        : "<section id=\"" + id() + "\">\n<h2>" + Page.escaped(title) + "</h2>\n" + body + "</section>\n";
  }
}
