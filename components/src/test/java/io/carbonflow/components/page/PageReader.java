// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import module java.xml;

/// What a page holds, read as a browser reads it: the cells of its tables and its figures. A test
/// that asks for a cell does not break when the sentences around it change.
public final class PageReader {
  private static final Pattern SCRIPT = Pattern.compile("<script>.*?</script>\n?", Pattern.DOTALL);
  private static final Pattern BODY = Pattern.compile("<body>.*</body>", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d,]*(\\.\\d+)?");
  private final Element body;

  private PageReader(Element body) {
    this.body = body;
  }

  /// A line of a table.
  ///
  /// @param best whether it is marked as the best, or as an alarm
  public record Line(boolean best, List<String> cells) {}

  /// A table.
  ///
  /// @param head the names of the columns
  public record Table(List<String> head, List<Line> lines) {
    /// The first cell of each line.
    public List<String> names() {
      return lines.stream().map(line -> line.cells().getFirst()).toList();
    }

    /// A column's cells.
    public List<String> column(String name) {
      return lines.stream().map(line -> line.cells().get(head.indexOf(name))).toList();
    }

    /// The cell of the only line that has this name.
    public String cell(String line, String column) {
      assertEquals(1, Collections.frequency(names(), line), () -> line + " among " + names());
      return column(column).get(names().indexOf(line));
    }

    /// The names of the lines that are marked.
    public List<String> marked() {
      return lines.stream().filter(Line::best).map(line -> line.cells().getFirst()).toList();
    }
  }

  /// Reads a page's file.
  public static PageReader read(Path file) throws IOException {
    return of(Files.readString(file));
  }

  /// Reads a page, which is well-formed except for attributes without a value, and control characters
  /// that came from the data.
  public static PageReader of(String page) {
    Matcher found = BODY.matcher(page);
    if (!found.find()) {
      throw new AssertionError("no page: " + page);
    }
    String xml = SCRIPT.matcher(found.group()).replaceAll("").replace("<details open>", "<details>")
        .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]", "\uFFFD");
    try {
      return new PageReader(DocumentBuilderFactory.newInstance().newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml))).getDocumentElement());
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("no page that is well-formed: " + xml, e);
    }
  }

  /// The table whose first column has this name.
  public Table table(String first) {
    return tables().stream().filter(table -> table.head().getFirst().equals(first))
        .reduce((_, _) -> {
          throw new AssertionError("two tables of " + first);
        }).orElseThrow(() -> new AssertionError("no table of " + first));
  }

  /// All tables.
  public List<Table> tables() {
    return all(body, "table").map(table -> new Table(
        all(table, "th").map(Element::getTextContent).toList(),
        all(table, "tr").skip(1).map(line -> new Line(Set.of("best", "alarm").contains(line.getAttribute("class")),
            all(line, "td").map(Element::getTextContent).toList())).toList())).toList();
  }

  /// The names of the figures.
  public List<String> figures() {
    return all(body, "figure").map(figure -> figure.getAttribute("id")).toList();
  }

  /// The sentence below a figure.
  public String caption(String figure) {
    return inFigure(figure, "figcaption").findFirst().orElseThrow();
  }

  /// The texts of elements in a figure.
  public Stream<String> inFigure(String figure, String element) {
    return all(body, "figure").filter(one -> one.getAttribute("id").equals(figure))
        .flatMap(one -> all(one, element)).map(Element::getTextContent);
  }

  /// The texts that are marked as bad news.
  public List<String> bad() {
    return all(body, "*").filter(one -> one.getAttribute("class").equals("bad"))
        .map(Element::getTextContent).toList();
  }

  /// The texts of all elements of a kind.
  public List<String> texts(String element) {
    return all(body, element).map(Element::getTextContent).toList();
  }

  /// How many elements of a kind there are.
  public long count(String element) {
    return all(body, element).count();
  }

  /// The numbers in a sentence, as they are written.
  public static List<String> numbers(String sentence) {
    return NUMBER.matcher(sentence).results().map(found -> found.group()).toList();
  }

  /// A page to be compared: without its style, which all pages share, and its drawings, whose places
  /// depend on the fonts of the machine.
  public static String plain(String page) {
    return SCRIPT.matcher(page).replaceAll("").replaceAll("(?s)<style>.*?</style>\n", "").replaceAll("(?s)<svg .*?</svg>", "<svg/>");
  }

  private static Stream<Element> all(Element in, String name) {
    NodeList found = in.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
  }
}
