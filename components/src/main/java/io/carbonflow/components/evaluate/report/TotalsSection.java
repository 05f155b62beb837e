// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.escaped;
import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.evaluate.HeldOutTotals;
import io.carbonflow.components.page.Axis;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.PlotColor;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.score.GroupTotal;

/// Totals, beside what was measured: by size and by property type.
final class TotalsSection {
  private TotalsSection() {}

  /// Empty where nothing was emitted.
  static Optional<Section> of(HeldOutTotals totals) {
    return totals.sentence().map(sentence -> new Section("Totals",
        "<p>" + sentence + " A median is for one building: as many emit more as emit less. A mean is"
            + " for sums, as medians of what is skewed add up to too little." + scores(totals)
            + "</p>\n" + table("floor area", totals.sizes(), totals.all())
            + table("property type", totals.types(), totals.all()),
        List.of(figure(totals))));
  }

  private static String scores(HeldOutTotals totals) {
    return totals.ofMeans().map(means -> text(" In tonnes the means reach R² %.3f with a mean absolute"
        + " error of %.1f t, the medians %.3f with %.1f t.", means.r2(), means.mae(),
        totals.ofMedians().r2(), totals.ofMedians().mae())).orElse("");
  }

  private static String table(String by, List<GroupTotal> groups, GroupTotal all) {
    return "<details><summary>Totals by " + by + " (" + groups.size() + ")</summary>\n" + Page.table(
        "<th>totals by " + by + "</th><th>rows</th><th>measured, t</th><th>means / measured</th>"
            + "<th>medians / measured</th>",
        Stream.concat(groups.stream(), Stream.of(all)).map(one -> text(
            "<tr><td>%s</td><td>%,d</td><td>%,.0f</td><td>%s</td><td>%s</td></tr>\n",
            escaped(one.group().isBlank() ? "not known" : one.group()), one.rows(), one.actual(),
            part(one.meansOverActual()), part(one.mediansOverActual())))
            .collect(Collectors.joining())) + "</details>\n";
  }

  private static String part(OptionalDouble part) {
    return part.isPresent() ? text("%.3f", part.getAsDouble()) : "–";
  }

  private static Figure figure(HeldOutTotals totals) {
    List<GroupTotal> shown = totals.sizes().stream()
        .filter(one -> one.mediansOverActual().isPresent()).toList();
    double[] lines = IntStream.range(0, shown.size()).mapToDouble(i -> -i).toArray();
    Figure figure = new Figure("totals_by_size", "Predicted over measured, fifths by floor area",
        Axis.of("total predicted / measured"), Axis.of(shown.stream().map(GroupTotal::group).toList()))
        .line("exact", PlotColor.GRAY, new double[] {1, 1}, new double[] {0.5, 0.5 - shown.size()})
        .points("medians", PlotColor.ORANGE, shown.stream()
            .mapToDouble(one -> one.mediansOverActual().orElseThrow()).toArray(), lines);
    if (totals.ofMeans().isPresent()) {
      figure.points("means", PlotColor.BLUE, shown.stream()
          .mapToDouble(one -> one.meansOverActual().orElseThrow()).toArray(), lines);
    }
    GroupTotal furthest = shown.stream().max(Comparator.comparingDouble(
        one -> Math.abs(Math.log(Math.max(Double.MIN_NORMAL, forSums(one)))))).orElseThrow();
    return figure.says(text("On the line a total is exact. %s, that of %s is furthest from it: %.2f of"
        + " what was measured.", totals.ofMeans().isPresent() ? "Of the means" : "Of the medians", furthest.group(),
        forSums(furthest)));
  }

  private static double forSums(GroupTotal total) {
    return total.meansOverActual().orElse(total.mediansOverActual().orElseThrow());
  }
}
