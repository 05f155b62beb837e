// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.score.ScoredRows;

/// What was found, as a page.
final class MonitoringHtml {
  private MonitoringHtml() {}

  /// The page.
  ///
  /// @param figures what is drawn of it
  static String of(MonitoringSummary summary, double rate, List<Figure> figures) {
    MonitoringFindings found = summary.found();
    StringBuilder page = new StringBuilder();
    page.append(found.health() == Health.DEGRADED ? "<p class=\"bad\">" : "<p>")
        .append(Page.escaped(summary.health())).append("</p>\n");
    Stream.of(summary.factors(), summary.moved()).flatMap(List::stream)
        .forEach(line -> page.append("<p>").append(Page.escaped(line)).append("</p>\n"));
    page.append(found.hasDrifted() ? "<p class=\"bad\">" : "<p>").append(Page.escaped(summary.drift())).append("</p>\n");
    summary.careful().forEach(line -> page.append("<p>").append(Page.escaped(line)).append("</p>\n"));
    page.append("<p>").append(summary.training()).append("</p>\n");
    found.reference().model().bundle().city().target().notice().ifPresent(notice ->
        page.append("<p><strong>").append(notice).append("</strong></p>\n"));
    page.append("<h2>Scores</h2>\n").append(scores(found));
    if (!found.types().isEmpty()) {
      page.append("<h2>Mean absolute error by property type</h2>\n").append(changes(
          "<th>property type</th><th>promised, t</th><th>now, t</th><th>more by</th><th>p</th>",
          "<tr%s><td>%s</td><td>%,.1f</td><td>%,.1f</td><td>%+,.0f %%</td><td>%s</td></tr>\n",
          100, found.types()));
    }
    page.append(MovesHtml.of(found.moves()));
    page.append("<h2>Inputs and predictions</h2>\n").append(drift(found));
    page.append("<h2>Plots</h2>\n").append(Page.figures(figures));
    return Page.of("Monitoring of " + found.reference().model().published().version(),
        page + footer(found, rate));
  }

  private static String scores(MonitoringFindings found) {
    return Page.table("<th>of which rows</th><th>rows</th><th>buildings</th><th>R², Box-Cox</th>"
        + "<th>R², tonnes</th><th>MAE, t</th><th>in intervals</th><th>total of means / measured</th>",
        row("measured, held-out", Optional.of(found.reference().heldOut()))
            + row("new, not trained on", found.now().scoredUnseen())
            + found.scoredWithoutMoves().map(rows -> row("the same, had no year moved", Optional.of(rows))).orElse("")
            + row("new, all buildings", found.now().scored()))
        + differences("p of the differences", found.scores())
        + differences("p of the differences, had no year moved", found.withoutMoves());
  }

  private static String differences(String what, List<Change> scores) {
    return scores.isEmpty() ? "" : scores.stream().map(change -> Page.text(change.alarm()
            ? "<span class=\"bad\">%s %.3f</span>" : "%s %.3f", change.name(), change.p()))
        .collect(Collectors.joining(", ", "<p>" + what + ": ", ".</p>\n"));
  }

  private static String row(String name, Optional<ScoredRows> scored) {
    return scored.map(rows -> Page.text("<tr><td>%s</td><td>%,d</td><td>%,d</td>"
        + "<td>%.3f</td><td>%.3f</td><td>%.1f</td><td>%s</td><td>%s</td></tr>\n", name, rows.rows().size(),
        rows.buildings(), rows.boxCox().r2(), rows.tonnes().r2(), rows.tonnes().mae(),
        rows.coverage().isEmpty() ? ""
            : Page.text("%.1f %%", 100 * rows.coverage().getAsDouble()), total(rows)))
        .orElse("<tr><td>" + name + "</td><td>0</td><td>0</td></tr>\n");
  }

  private static String total(ScoredRows rows) {
    OptionalDouble part = rows.total("all").meansOverActual();
    return part.isPresent() ? Page.text("%.3f", part.getAsDouble()) : "";
  }

  private static String drift(MonitoringFindings found) {
    List<Change> all = Stream
        .concat(found.predictions().stream(), found.inputs().stream())
        .sorted(Comparator.comparingDouble(Change::difference).reversed()).toList();
    StringBuilder rows = new StringBuilder();
    for (Change change : all) {
      rows.append(Page.text("<tr%s><td>%s, %s</td><td>%.4g</td><td>%.4g</td>"
          + "<td>%.2f</td><td>%.3f</td></tr>\n", change.alarm() ? " class=\"best\"" : "",
          Page.escaped(change.name()), Page.escaped(change.measured()), change.before(),
          change.now(), change.difference(), change.p()));
    }
    return Page.table("<th>what</th><th>before</th><th>now</th><th>apart</th><th>p</th>",
        rows.toString()) + "<p>Apart is the largest difference of the shares of buildings with at most"
        + " a certain number, or the share of buildings that would have to change their"
        + " category.</p>\n";
  }

  private static String changes(String head, String format, double factor, List<Change> changes) {
    StringBuilder rows = new StringBuilder();
    for (Change change : changes) {
      rows.append(Page.text(format, change.alarm() ? " class=\"best\"" : "",
          Page.escaped(change.name()), change.before(), change.now(),
          factor * change.difference(), Double.isNaN(change.p()) ? "too few"
              : Page.text("%.3f", change.p())));
    }
    return Page.table(head, rows.toString());
  }

  private static String footer(MonitoringFindings found, double rate) {
    return Page.text("<footer>%,d rows were compared, %,d could not be predicted. Had"
        + " nothing changed, each of the questions about scores, types, predictions and inputs would"
        + " be answered with an alarm in at most %.1f %% of all cases; buildings are shuffled, not"
        + " rows.</footer>\n", found.now().rows().size(), found.now().skipped().size(), 100 * rate);
  }
}
