// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import module java.base;
import io.carbonflow.base.fault.Printable;

/// A page that needs nothing beside it, so that it also shows in Kubeflow's sandboxed frame; to be
/// read on a phone and on paper as well, in light and in dark. Where scripts may run its tables can be sorted and
/// filtered; where they may not, nothing is missing.
public final class Page {
  // A table that can be scrolled has a shadow at an end beyond which there is more: without more there is no timeline, and
  // no shadow. A table of many columns is wider than its text.
  private static final String STYLE = """
      :root { color-scheme: light dark; --paper: #fff; --text: #1f2328; --soft: #59636e;
        --blue: #0072b2; --orange: #d55e00; --gray: #707070; --grid: #ddd; --line: #8886;
        --mark: #0072b222; --bad: #b3261e; }
      @media screen and (prefers-color-scheme: dark) { :root { --paper: #15181c; --text: #e6e8ea;
        --soft: #a4adb7; --blue: #56b4e9; --orange: #f0883e; --gray: #9aa0a6; --grid: #3a4048;
        --bad: #ff9d94; } }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto;
        padding: 0 1rem; background: var(--paper); color: var(--text);
        overflow-wrap: break-word; }
      h1 { font-size: 1.6rem; line-height: 1.2; }
      h2 { font-size: 1.25rem; margin-top: 2.5rem; }
      h3 { font-size: 1rem; margin: 0; }
      a { color: var(--blue); }
      code { font-size: .9em; overflow-wrap: anywhere; }
      .lead { font-size: 1.1rem; }
      .scroll { overflow-x: auto; animation: more linear; animation-timeline: scroll(self inline); }
      @keyframes more { from { box-shadow: inset -1rem 0 .8rem -.9rem var(--soft); }
        50% { box-shadow: inset -1rem 0 .8rem -.9rem var(--soft), inset 1rem 0 .8rem -.9rem var(--soft); }
        to { box-shadow: inset 1rem 0 .8rem -.9rem var(--soft); } }
      @media screen and (min-width: 64rem) { .scroll:has(th:nth-child(9)) {
        width: min(100vw - 4rem, 84rem); margin-left: calc(50% - min(50vw - 2rem, 42rem)); } }
      table { border-collapse: collapse; width: 100%; }
      th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: right;
        white-space: nowrap; vertical-align: top; }
      th { white-space: normal; vertical-align: bottom; }
      th:first-child, td:first-child, .words th, .words td, .text { text-align: left; }
      td.text { white-space: normal; }
      table.data td.text { max-width: 22rem; min-width: 5rem; }
      table.data th { text-align: left; }
      table.data th.dt-type-numeric { text-align: right; }
      table.data td.text:last-child { min-width: 14rem; }
      .words td { white-space: normal; }
      .words td:last-child { min-width: 9rem; }
      tr.best { background: var(--mark); font-weight: 600; }
      .bad, tr.alarm { color: var(--bad); font-weight: 600; }
      caption { text-align: left; color: var(--soft); font-size: .9rem; padding: 0 0 .4rem; }
      nav ol { columns: 2 18rem; padding-left: 1.4rem; }
      nav li { break-inside: avoid; }
      tr:target, tr.found { background: var(--mark); outline: 2px solid var(--blue); }
      th button, .dt-search input { font: inherit; }
      .dt-search { margin: .4rem 0; }
      .dt-search input { margin-left: .4rem; padding: .2rem .4rem; background: var(--paper); color: inherit;
        border: 1px solid var(--soft); border-radius: .25rem; }
      th.dt-orderable-asc, th.dt-orderable-desc { cursor: pointer; }
      th .dt-column-order::after { content: " ↕"; color: var(--soft); }
      th.dt-ordering-asc .dt-column-order::after { content: " ↑"; color: inherit; }
      th.dt-ordering-desc .dt-column-order::after { content: " ↓"; color: inherit; }
      svg a circle { cursor: pointer; }
      svg a:focus-visible circle, svg a:hover circle { stroke: var(--text); stroke-width: 2; }
      details { margin: .6rem 0; }
      summary { cursor: pointer; }
      .figures { display: grid; gap: 1.5rem 2rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
      figure { margin: 1.5rem 0 0; max-width: 34rem; break-inside: avoid; }
      figure svg { display: block; width: 100%; height: auto; }
      figure text { font: 13px "DejaVu Sans", Verdana, sans-serif; }
      .keys, .axis { margin: 0; font-size: .85rem; color: var(--soft); }
      .keys span { margin-right: 1rem; white-space: nowrap; }
      .keys span::before { content: ""; display: inline-block; width: .8em; height: .8em;
        margin-right: .4em; border-radius: 50%; background: var(--key);
        print-color-adjust: exact; }
      figcaption { font-size: .95rem; }
      footer { margin-top: 3rem; font-size: .85rem; color: var(--soft); }
      @media print { nav, .dt-search, .dt-column-order { display: none; } body { max-width: none; margin: 0; font-size: 11pt; }
        .scroll { overflow: visible; animation: none; } th, td { white-space: normal; padding: .2rem .4rem; }
        table.data td.text, table.data td.text:last-child { min-width: 0; max-width: none; overflow-wrap: anywhere; }
        table:has(th:nth-child(6)) { font-size: 9pt; }
        .figures { grid-template-columns: 1fr 1fr; }
        table:has(th:nth-child(10)) { font-size: 7pt; }
        table:has(th:nth-child(10)) :is(th, td) { padding: .1rem .2rem; }
        table:has(th:nth-child(10)) td:first-child { overflow-wrap: anywhere; } }
      """;

  private Page() {}

  /// A whole page.
  ///
  /// @param title its title and heading
  /// @param body what comes below the heading, HTML
  public static String of(String title, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        + "<title>" + escaped(title) + "</title>\n<style>\n" + STYLE
        + "</style>\n</head>\n<body>\n<main>\n<h1>" + escaped(title) + "</h1>\n" + body + "</main>\n" + script(body)
        + "</body>\n</html>\n";
  }

  /// A page without tables to sort and links within itself runs nothing.
  private static String script(String body) {
    boolean hasTables = body.contains(DataTable.MARKER);
    return hasTables || body.contains("href=\"#") ? PageScript.of(hasTables) : "";
  }

  /// A whole page of sections. What stands before the first title comes first, then links to all that have one.
  ///
  /// @param title its title and heading
  public static String of(String title, List<Section> sections) {
    List<Section> titled = sections.stream().filter(one -> !one.title().isEmpty()).toList();
    StringBuilder body = new StringBuilder();
    sections.stream().filter(one -> one.title().isEmpty()).map(Section::toHtml).forEach(body::append);
    if (titled.size() > 2) {
      body.append(titled.stream().map(one -> "<li><a href=\"#" + one.id() + "\">" + escaped(one.title()) + "</a></li>")
          .collect(Collectors.joining("\n", "<nav aria-label=\"Contents\">\n<ol>\n", "\n</ol>\n</nav>\n")));
    }
    titled.stream().map(Section::toHtml).forEach(body::append);
    return of(title, body.toString());
  }

  /// A table.
  ///
  /// @param head the cells of its head, HTML
  /// @param body its rows, HTML
  public static String table(String head, String body) {
    return table("", head, body);
  }

  /// A table of words more than numbers; its last column is wrapped.
  ///
  /// @param head the cells of its head, HTML
  /// @param body its rows, HTML
  public static String words(String head, String body) {
    return table(" class=\"words\"", head, body);
  }

  private static String table(String kind, String head, String body) {
    return "<div class=\"scroll\" tabindex=\"0\"><table" + kind + ">\n<thead><tr>" + head
        + "</tr></thead>\n<tbody>\n" + body
        + "</tbody>\n</table></div>\n";
  }

  /// Figures, beside each other where there is room.
  public static String figures(List<Figure> figures) {
    return figures.stream().map(Page::figure)
        .collect(Collectors.joining("", "<div class=\"figures\">\n", "</div>\n"));
  }

  private static String figure(Figure figure) {
    String keys = figure.keys().size() < 2 ? "" : figure.keys().stream()
        .map(key -> "<span style=\"--key: var(" + key.ink().variable() + ")\">"
            + escaped(key.series()) + "</span>")
        .collect(Collectors.joining("", "<p class=\"keys\">", "</p>\n"));
    String axis = figure.yTitle().isEmpty() ? ""
        : "<p class=\"axis\">↑ " + escaped(figure.yTitle()) + "</p>\n";
    return "<figure id=\"" + figure.name() + "\">\n<h3>" + escaped(figure.title()) + "</h3>\n"
        + keys + axis + Svg.of(figure) + "<figcaption>" + escaped(figure.sentence())
        + "</figcaption>\n</figure>\n";
  }

  /// Words and numbers, the same in every country.
  ///
  /// @param format as [String#format] takes it
  public static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /// Text as HTML. Names come from the data, and a page must not run what data says, nor turn the order
  /// of what follows.
  public static String escaped(String text) {
    return Printable.of(text).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
