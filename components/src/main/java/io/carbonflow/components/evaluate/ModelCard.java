// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import static io.carbonflow.components.page.Page.escaped;

import module java.base;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.Section;

/// What somebody should know before they use the model, under the usual headings (Mitchell et al. 2019,
/// doi:10.1145/3287560.3287596): one text, in Markdown and as a page. It says nothing of time or place.
///
/// @param title its heading
/// @param parts what stands under each heading
record ModelCard(String title, List<Part> parts) {

  /// Copies the list.
  ModelCard {
    parts = List.copyOf(parts);
  }

  /// What stands under a heading, as plain text.
  ///
  /// @param title the heading
  /// @param sentences paragraphs
  /// @param tables what is counted
  record Part(String title, List<String> sentences, List<Grid> tables) {
    /// Copies the lists.
    Part {
      sentences = List.copyOf(sentences);
      tables = List.copyOf(tables);
    }

    /// One without tables.
    Part(String title, String... sentences) {
      this(title, List.of(sentences), List.of());
    }
  }

  /// A table of plain text.
  ///
  /// @param head the names of its columns
  /// @param rows its cells
  record Grid(List<String> head, List<List<String>> rows) {
    /// Copies the lists.
    Grid {
      head = List.copyOf(head);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// The card in Markdown.
  String markdown() {
    StringBuilder text = new StringBuilder("# ").append(plain(title)).append('\n');
    for (Part part : parts) {
      text.append("\n## ").append(part.title()).append('\n');
      part.sentences().forEach(sentence -> text.append('\n').append(plain(sentence)).append('\n'));
      for (Grid table : part.tables()) {
        text.append('\n').append(line(table.head())).append(line(Collections.nCopies(table.head().size(), "---")));
        table.rows().forEach(row -> text.append(line(row)));
      }
    }
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(cell -> cell.equals("---") ? cell : plain(cell).replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /// Names come from the data: they are text, and neither HTML nor a mark of Markdown's.
  private static String plain(String text) {
    return escaped(text).replaceAll("([\\\\`*_\\[\\]])", "\\\\$1").replace("&quot;", "\"");
  }

  /// The card as a page.
  String page() {
    List<Section> sections = new ArrayList<>(List.of(new Section("",
        "<p>What to know before the model is used. Its report has more, and figures.</p>\n")));
    parts.forEach(part -> sections.add(new Section(part.title(), part.sentences().stream()
        .map(sentence -> "<p>" + escaped(sentence) + "</p>\n").collect(Collectors.joining())
        + part.tables().stream().map(ModelCard::table).collect(Collectors.joining()))));
    return Page.of(title, sections);
  }

  private static String table(Grid grid) {
    String head = grid.head().stream().map(cell -> "<th scope=\"col\">" + escaped(cell) + "</th>")
        .collect(Collectors.joining());
    String rows = grid.rows().stream().map(row -> row.stream().map(ModelCard::cell)
        .collect(Collectors.joining("", "<tr>", "</tr>\n"))).collect(Collectors.joining());
    return grid.head().size() == 2 ? Page.words(head, rows) : Page.table(head, rows);
  }

  /// A hash is longer than a line of a page is wide.
  private static String cell(String text) {
    return text.matches("[0-9a-f]{32,}") ? "<td class=\"text\"><code>" + text + "</code></td>"
        : "<td>" + escaped(text) + "</td>";
  }
}
