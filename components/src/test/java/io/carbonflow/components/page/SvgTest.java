// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;

class SvgTest {
  private static Figure points() {
    return new Figure("some", "Some points", Axis.of("actual <t>"), Axis.of("predicted"))
        .line("exact", PlotColor.GRAY, new double[] {0, 3000}, new double[] {0, 3})
        .points("row", PlotColor.BLUE, new double[] {1, 1500, 2900}, new double[] {0.5, 1.25, 3});
  }

  private static Figure bars(List<String> names) {
    double[] values = names.stream().mapToDouble(String::length).toArray();
    return new Figure("bars", "Some bars", Axis.of("t"), Axis.of(names)).bars("t", PlotColor.ORANGE, values);
  }

  private static List<String> texts(String svg) {
    return Pattern.compile("<text[^>]*>([^<]*)</text>").matcher(svg).results()
        .map(found -> found.group(1)).toList();
  }

  @Test
  void labelsAreTextsAndNoLetterIsDrawn() {
    String svg = Svg.of(points());
    assertTrue(texts(svg).containsAll(List.of("0", "1,000", "2,000", "3,000", "1.5", "actual &lt;t&gt;")),
        texts(svg).toString());
    assertFalse(Pattern.compile(" d=\"[^\"]*[QC]").matcher(svg).find(), "an outline of a letter");
  }

  @Test
  void itSaysWhatThePageAroundItDoesNotSay() {
    String svg = Svg.of(points());
    assertFalse(texts(svg).contains("Some points"));
    assertFalse(texts(svg).contains("predicted"));
    String page = Page.figures(List.of(points().says("Three points.")));
    assertTrue(page.contains("<h3>Some points</h3>"));
    assertTrue(page.contains("↑ predicted"));
    assertTrue(page.contains("var(--gray)\">exact</span>"), page);
    assertTrue(page.contains("<figcaption>Three points.</figcaption>"));
  }

  @Test
  void colorsAreThoseOfThePage() {
    String svg = Svg.of(points());
    assertTrue(svg.contains("var(--blue)") && svg.contains("var(--gray)") && svg.contains("var(--text)"));
    assertEquals(List.of(), Pattern.compile("rgb\\([^)]*\\)").matcher(svg).results()
        .map(found -> found.group()).filter(color -> !color.equals("rgb(255,255,255)")).toList());
  }

  @Test
  void theSameFigureIsTheSameBytesAndItsPngIsNotChangedByIt() {
    Figure figure = points();
    byte[] before = Png.of(figure);
    String svg = Svg.of(figure);
    assertEquals(svg, Svg.of(figure));
    assertEquals(svg, Svg.of(points()));
    assertArrayEquals(before, Png.of(figure));
  }

  @Test
  void everyLineOfCategoriesHasItsNameInItsOrder() {
    List<String> names = List.of("Hotel", "Office", "K-12 School", "Other");
    assertEquals(names,
        Pattern.compile("translate\\(\\S+ ([\\d.]+)\\)\">\\s*<text[^>]*>([^<]*)<")
            .matcher(Svg.of(bars(names))).results()
            .filter(found -> names.contains(found.group(2)))
            .sorted(Comparator.comparingDouble(found -> Double.parseDouble(found.group(1))))
            .map(found -> found.group(2)).toList());
  }

  @Test
  void halfwayBetweenLinesNothingIsWrittenAndNoTwoLabelsAreTheSame() {
    Axis axis = Axis.of(List.of("2015", "2016"));
    List<String> halves = Stream.of(0.5, -0.5, -1.5).map(at -> axis.label().apply(at)).toList();
    assertTrue(halves.stream().allMatch(String::isBlank), halves.toString());
    assertEquals(halves.size(), halves.stream().distinct().count());
    assertEquals(List.of("2015", "2016"),
        Stream.of(0.0, -1.0).map(at -> axis.label().apply(at)).toList());
  }

  @Test
  void longNamesAndNamesThatBeginAlikeAreCutAndToldApart() {
    String name = "Small- and Mid-Sized Office Buildings of the ";
    String svg = assertTimeoutPreemptively(Duration.ofSeconds(20),
        () -> Svg.of(bars(List.of(name + "North", name + "South", "Personal Services (Health/Beauty)"))));
    assertTrue(texts(svg).containsAll(
        List.of("Small- and Mid-Size…", "Small- and Mid-S 2", "Personal Services (…")),
        texts(svg).toString());
  }

  @Test
  void numbersOfAnySizeCanBeDrawn() {
    for (double scale : new double[] {1e-300, 1e-9, 1e9, 1e15, 1e100}) {
      String svg = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Svg.of(
          new Figure("wide", "Wide", Axis.of("x"), Axis.of("y")).points("row", PlotColor.BLUE,
              new double[] {-scale, scale}, new double[] {0, scale})));
      assertTrue(svg.contains("<circle"), svg);
    }
  }

  @Test
  void valuesThatAreEquallyFarApartAreNotAllLabeled() {
    double[] even = IntStream.rangeClosed(0, 100).mapToDouble(i -> i / 100.0).toArray();
    String svg = Svg.of(new Figure("even", "Even", Axis.of("x"), Axis.of("y"))
        .line("line", PlotColor.BLUE, even, even).points("row", PlotColor.BLUE, even, even));
    assertTrue(texts(svg).size() < 25, texts(svg).toString());
    assertEquals(101, Pattern.compile("<circle").matcher(svg).results().count());
  }

  @Test
  void oneValueAloneCanBeDrawn() {
    String svg = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Svg.of(
        new Figure("one", "One", Axis.of("x"), Axis.of("y"))
            .points("row", PlotColor.BLUE, new double[] {0.8, 0.8}, new double[] {0.8, 0.8})));
    assertTrue(svg.contains("<circle"), svg);
  }

  @Test
  void numbersHaveNoMoreDigitsThanTheyNeed() {
    assertEquals("0.3", Axis.number(0.1 + 0.2));
    assertEquals("0", Axis.number(-0.0));
    assertEquals("12,345", Axis.number(12345));
    assertEquals("1.00e+20", Axis.number(1e20));
  }

  @Test
  void ofVeryManyPointsSomeAreShownWithAllThatLeadToARowAndTheFigureSaysSo() {
    double[] places = IntStream.range(0, 90_000).asDoubleStream().toArray();
    List<Figure.Mark> said = IntStream.range(0, places.length)
        .mapToObj(i -> new Figure.Mark("point " + i, i % 30_000 == 7 ? "row-" + i : "")).toList();
    String html = Page.figures(List.of(new Figure("many", "Many points", Axis.of("x"), Axis.of("y"))
        .points("point", PlotColor.BLUE, places, places, said).says("A cloud.")));
    assertEquals(1503, html.split("<circle", -1).length - 1);
    for (int linked : List.of(7, 30_007, 60_007)) {
      assertTrue(html.contains("href=\"#row-" + linked + "\" tabindex=\"-1\"><title>point " + linked + "</title>"));
    }
    assertTrue(html.contains("<figcaption>A cloud. 1,503 of 90,000 points are shown.</figcaption>"));
    assertTrue(html.length() < 200_000, html.length() + " characters");
  }

  @Test
  void aSeriesOfFewPointsIsShownWhole() {
    assertEquals(3, points().marks().size());
    assertFalse(Page.figures(List.of(points().says("Three points."))).contains("are shown"));
    double[] places = IntStream.range(0, 9).asDoubleStream().toArray();
    assertEquals(4, new Figure("few", "Few", Axis.of("x"), Axis.of("y")).showing(4)
        .points("point", PlotColor.BLUE, places, places).marks().size());
  }
}
