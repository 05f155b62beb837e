// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.components.page.DataTable.Cell;
import io.carbonflow.components.page.Figure.Mark;
import org.junit.jupiter.api.Test;

class PageTest {
  private static DataTable table() {
    return new DataTable("Rows", List.of("name", "t"))
        .row("row-1", List.of(Cell.text("a <b>"), Cell.number(1234.56, "%,.1f")))
        .row("", List.of(Cell.text("c"), Cell.number(Double.NaN, "%,.1f")));
  }

  @Test
  void eachSectionWithATitleIsLinkedToFromTheContents() {
    String page = Page.of("All", List.of(new Section("", "<p>first</p>"), new Section("Where its errors are?", "a"),
        new Section("Largest errors", "b"), new Section("Provenance of it", "c")));
    Matcher links = Pattern.compile("<li><a href=\"#([^\"]+)\">").matcher(page);
    List<String> ids = links.results().map(link -> link.group(1)).toList();
    assertEquals(List.of("where-its-errors-are", "largest-errors", "provenance-of-it"), ids);
    ids.forEach(id -> assertTrue(page.contains("<section id=\"" + id + "\">"), id));
    assertTrue(page.indexOf("<p>first</p>") < page.indexOf("<nav"), page);
  }

  @Test
  void twoSectionsNeedNoContents() {
    assertFalse(Page.of("All", List.of(new Section("A", "a"), new Section("B", "b"))).contains("<nav"));
  }

  @Test
  void aPageOfTextsAloneRunsNoScript() {
    assertFalse(Page.of("All", "<p>text</p>").contains("<script"));
  }

  @Test
  void tablesToSortBringTheLibraryOnceWithNothingToLoad() {
    String page = Page.of("All", table().toHtml() + table().toHtml());
    assertEquals(2, page.split("<script>", -1).length - 1);
    assertFalse(page.contains("src="), "a page asks for nothing");
    assertTrue(page.contains("jQuery") && page.contains("DataTable"));
    assertTrue(page.length() < 250_000, page.length() + " characters");
  }

  @Test
  void aNumberIsShownRoundedAndSortedExactlyAndOneThatIsNotKnownIsLast() {
    String html = table().toHtml();
    assertTrue(html.contains("<td data-order=\"1234.56\">1,234.6</td>"), html);
    assertTrue(html.contains("<td data-order=\"-1.7976931348623157E308\"></td>"), html);
    assertTrue(html.contains("<tr id=\"row-1\"><td class=\"text\">a &lt;b>"), html);
  }

  @Test
  void aRowOfAnotherWidthIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> table().row("", List.of(Cell.text("alone"))));
  }

  @Test
  void aPointSaysWhatItIsAndLeadsToItsRow() {
    String svg = Svg.of(new Figure("f", "F", Axis.of("x"), Axis.of("y"))
        .points("a", PlotColor.BLUE, new double[] {1, 2, 4}, new double[] {1, 3, 2},
            List.of(new Mark("first & best", "row-1"), new Mark("second", ""), new Mark("", ""))));
    assertEquals(3, svg.split("<circle", -1).length - 1, svg);
    assertTrue(svg.contains("<a href=\"#row-1\" tabindex=\"-1\"><title>first &amp; best</title><circle"), svg);
    assertTrue(svg.contains("><title>second</title></circle>"), svg);
    assertTrue(svg.contains("role=\"group\""), svg);
  }

  @Test
  void aFigureWithoutLinksIsAPicture() {
    assertTrue(Svg.of(new Figure("f", "F", Axis.of("x"), Axis.of("y"))
        .points("a", PlotColor.BLUE, new double[] {1, 2}, new double[] {1, 3})).contains("role=\"img\""));
  }

  @Test
  void aLogarithmicAxisGoesFromAPowerOfTenToAPowerOfTen() {
    Axis axis = Axis.logarithmic("t", 0.3, 4321);
    assertEquals(Optional.of(new Axis.Range(0.1, 10_000)), axis.range());
    String svg = Svg.of(new Figure("f", "F", axis, axis)
        .points("a", PlotColor.BLUE, new double[] {0.3, 4321}, new double[] {1, 50}));
    List.of("0.1", "1", "10", "100", "1,000", "10,000").forEach(label ->
        assertTrue(svg.contains(">" + label + "<"), label + " in " + svg));
  }
}
