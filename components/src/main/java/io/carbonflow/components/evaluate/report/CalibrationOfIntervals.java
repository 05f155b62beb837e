// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.evaluate.Coverage;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.score.Bootstrap;

/// How often intervals are right, beside how often they say they are.
final class CalibrationOfIntervals {
  private CalibrationOfIntervals() {}

  static Section of(Coverage coverage) {
    return new Section("Calibration of the prediction intervals",
        "<p>" + coverage.sentence() + "</p>\n"
            + Page.table("<th>rows</th><th>number</th><th>coverage</th><th>median width, t</th>"
                + "<th>mean width, t</th>", row("all", coverage.all())
                + coverage.thirds().stream().map(third -> row(
                    text("%,.0f to %,.0f sq ft", third.leastArea(), third.largestArea()), third))
                    .collect(Collectors.joining())),
        List.of(figure(coverage)));
  }

  private static String row(String name, Coverage.Part part) {
    return text("<tr><td>%s</td><td>%,d</td><td>%.1f%%</td><td>%,.0f</td><td>%,.0f</td></tr>\n",
        name, part.rows(), 100 * part.coverage(), part.medianWidth(), part.meanWidth());
  }

  private static Figure figure(Coverage coverage) {
    double[] asked = coverage.levels().stream().mapToDouble(one -> 100 * one.asked()).toArray();
    double[] found = coverage.levels().stream().mapToDouble(one -> 100 * one.coverage()).toArray();
    double[] ends = {asked[0], asked[asked.length - 1]};
    Coverage.Level furthest = coverage.levels().stream()
        .max(Comparator.comparingDouble(one -> Math.abs(one.coverage() - one.asked()))).orElseThrow();
    double off = 100 * (furthest.coverage() - furthest.asked());
    return new Figure("calibration", "Calibration", Axis.of("nominal level, %"),
        Axis.of("held-out rows within their interval, %"))
        .line("exact, with its 90% sampling band", PlotColor.GRAY, ends, ends)
        .line("lower end of chance", PlotColor.GRAY, asked, chance(asked, coverage, -1))
        .line("upper end of chance", PlotColor.GRAY, asked, chance(asked, coverage, 1))
        .line("found", PlotColor.BLUE, asked, found)
        .points("a level", PlotColor.BLUE, asked, found)
        .says(text("On the middle line coverage is what it is to be; between the outer lines it would lie in nine of ten"
            + " samples of as many rows. The furthest from the middle line is the level of %.0f%%, %.1f points %s it and %s the"
            + " outer lines.", 100 * furthest.asked(), Math.abs(off), off < 0 ? "below" : "above",
            Math.abs(off) > chance(100 * furthest.asked(), coverage) ? "outside of" : "within"));
  }

  /// The ends of the band in which the part of rows lies by chance in nine of ten samples, if the level is exact. Rows
  /// count as independent; a building's two years are not quite, so the true band is somewhat wider.
  private static double[] chance(double[] asked, Coverage coverage, int side) {
    return Arrays.stream(asked).map(level -> Math.clamp(
        level + side * chance(level, coverage), 0, 100)).toArray();
  }

  private static double chance(double level, Coverage coverage) {
    return Bootstrap.DEVIATIONS * Math.sqrt(level * (100 - level) / coverage.all().rows());
  }
}
