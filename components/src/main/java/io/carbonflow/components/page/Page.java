package io.carbonflow.components.page;

import java.util.Base64;

/// A page that needs nothing beside it, so that it also shows in Kubeflow's sandboxed frame; to be
/// read on a phone as well, in light and in dark.
public final class Page {
  private static final String STYLE = """
      :root { color-scheme: light dark; --line: #8886; --mark: #0072b222; --bad: #b3261e; }
      @media (prefers-color-scheme: dark) { :root { --bad: #ff9d94; } }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto;
        padding: 0 1rem; }
      h1 { font-size: 1.6rem; line-height: 1.2; }
      h2 { font-size: 1.2rem; margin-top: 2.5rem; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; }
      th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: right;
        white-space: nowrap; vertical-align: top; }
      th:first-child, td:first-child, .words th, .words td { text-align: left; }
      .words td:last-child { white-space: normal; min-width: 14rem; }
      tr.best { background: var(--mark); font-weight: 600; }
      .bad { color: var(--bad); font-weight: 600; }
      details { margin: .6rem 0; }
      summary { cursor: pointer; }
      figure { margin: 1.5rem 0; }
      img { max-width: 100%; height: auto; background: #fff; border-radius: 4px; }
      figcaption { font-size: .95rem; }
      footer { margin-top: 3rem; font-size: .85rem; opacity: .8; }
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
        + "</style>\n</head>\n<body>\n<h1>" + escaped(title) + "</h1>\n" + body
        + "</body>\n</html>\n";
  }

  /// A table.
  ///
  /// @param head the cells of its head, HTML
  /// @param body its rows, HTML
  public static String table(String head, String body) {
    return "<div class=\"scroll\"><table>\n<thead><tr>" + head + "</tr></thead>\n<tbody>\n" + body
        + "</tbody>\n</table></div>\n";
  }

  /// A plot with what is to be seen in it.
  ///
  /// @param png the content of a PNG file
  /// @param caption a sentence
  public static String figure(byte[] png, String caption) {
    return "<figure><img alt=\"" + escaped(caption) + "\" src=\"data:image/png;base64,"
        + Base64.getEncoder().encodeToString(png) + "\"><figcaption>" + escaped(caption)
        + "</figcaption></figure>\n";
  }

  /// Text as HTML. Names come from the data, and a page must not run what data says.
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
