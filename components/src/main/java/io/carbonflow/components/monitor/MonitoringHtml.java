// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.monitor;

import module java.base;
import io.carbonflow.components.page.Figure;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.predict.SkippedRows;
import io.carbonflow.components.score.ScoredRows;

/// What was found, as a page: whether the model does as it promised, what changed, and what came of it as the last word.
final class MonitoringHtml {
  /// How many distributions without an alarm stand open: those that are furthest apart.
  private static final int OPEN = 4;

  private MonitoringHtml() {}

  /// The page.
  ///
  /// @param rate how often a question may be answered with an alarm although nothing has changed
  /// @param least how far apart distributions have to be for it to matter
  static String of(MonitoringSummary summary, double rate, double least) {
    MonitoringFindings found = summary.found();
    return Page.of("Monitoring of " + found.reference().model().published().version(), Stream.of(
        Stream.of(new Section("", lead(summary))),
        Stream.of(new Section("How well it predicts", scores(found), MonitoringCharts.scores(found))),
        types(found).stream(),
        MovesHtml.of(found.moves()).stream(),
        Stream.of(new Section("Inputs and predictions", drift(found, least))),
        Stream.of(new Section("Outcome", last(summary) + footer(found, rate))))
        .flatMap(sections -> sections).toList());
  }

  private static String lead(MonitoringSummary summary) {
    MonitoringFindings found = summary.found();
    return paragraph(summary.health(), found.health() == Health.DEGRADED)
        + Stream.of(summary.known(), summary.factors(), summary.moved()).flatMap(List::stream)
            .map(line -> paragraph(line, false)).collect(Collectors.joining())
        + paragraph(summary.drift(), found.hasDrifted())
        + summary.careful().stream().map(line -> paragraph(line, false)).collect(Collectors.joining())
        + found.reference().model().bundle().city().target().notice().map(notice ->
            "<p><strong>" + notice + "</strong></p>\n").orElse("");
  }

  private static String paragraph(String sentence, boolean bad) {
    return (bad ? "<p class=\"bad\">" : "<p>") + Page.escaped(sentence) + "</p>\n";
  }

  private static String scores(MonitoringFindings found) {
    return Page.table("<th>of which rows</th><th>rows</th><th>buildings</th><th>R², Box-Cox</th>"
        + "<th>R², tonnes</th><th>MAE, t</th><th>in intervals</th><th>total of means / measured</th>",
        row("measured, held-out", Optional.of(found.reference().heldOut()))
            + row("new, not trained on", found.now().scoredUnseen())
            + found.scoredWithoutMoves().map(rows -> row("the same, adjusted for the year", Optional.of(rows))).orElse("")
            + row("new, all buildings", found.now().scored()))
        + "<p>An alarm needs both: a change beyond the tolerance, and a <em>p</em> that chance alone seldom gives, with"
        + " all quantities counted together. So a small <em>p</em> by itself is no alarm."
        + found.scoredWithoutMoves().map(_ -> " Adjusted rows are those with the change common to all buildings of their"
            + " year divided out: their scores say how the model would do if only the buildings differed.").orElse("")
        + "</p>\n"
        + differences("score", found.scores())
        + differences("score, adjusted for the year", found.withoutMoves());
  }

  private static String differences(String what, List<Change> scores) {
    return scores.isEmpty() ? "" : Page.table("<th>" + what + "</th><th>promised</th><th>now</th><th>p</th>"
        + "<th class=\"text\">alarm</th>", scores.stream().map(change -> Page.text("<tr%s><td>%s</td><td>%.4g</td>"
            + "<td>%.4g</td><td>%s</td>%s</tr>\n", marked(change), Page.escaped(change.name()), change.before(),
            change.now(), p(change), alarm(change))).collect(Collectors.joining()));
  }

  private static String row(String name, Optional<ScoredRows> scored) {
    return scored.map(rows -> Page.text("<tr><td>%s</td><td>%,d</td><td>%,d</td>"
        + "<td>%.3f</td><td>%.3f</td><td>%.1f</td><td>%s</td><td>%s</td></tr>\n", name, rows.rows().size(),
        rows.buildings(), rows.boxCox().r2(), rows.tonnes().r2(), rows.tonnes().mae(),
        rows.coverage().isEmpty() ? ""
            : Page.text("%.1f%%", 100 * rows.coverage().getAsDouble()), total(rows)))
        .orElse("<tr><td>" + name + "</td><td>0</td><td>0</td></tr>\n");
  }

  private static String total(ScoredRows rows) {
    OptionalDouble part = rows.total("all").meansOverActual();
    return part.isPresent() ? Page.text("%.3f", part.getAsDouble()) : "";
  }

  private static Optional<Section> types(MonitoringFindings found) {
    return found.types().isEmpty() ? Optional.empty() : Optional.of(new Section("Mean absolute error by property type",
        Page.table("<th>property type</th><th>promised, t</th><th>now, t</th><th>more by</th><th>p</th>"
            + "<th class=\"text\">alarm</th>", found.types().stream().map(change -> Page.text(
                "<tr%s><td>%s</td><td>%,.1f</td><td>%,.1f</td><td>%+,.0f%%</td><td>%s</td>%s</tr>\n", marked(change),
                Page.escaped(change.name()), change.before(), change.now(), 100 * change.difference(), p(change),
                alarm(change))).collect(Collectors.joining()))));
  }

  private static String drift(MonitoringFindings found, double least) {
    List<Change> all = Stream.concat(found.predictions().stream(), found.inputs().stream())
        .sorted(Comparator.comparing((Change change) -> !change.alarm())
            .thenComparing(Comparator.comparingDouble(Change::difference).reversed())).toList();
    Map<Boolean, List<Figure>> drawn = new TreeMap<>(Map.of(true, new ArrayList<>(), false, new ArrayList<>()));
    int calm = 0;
    for (Change change : all) {
      boolean isOpen = change.alarm() || calm++ < OPEN;
      MonitoringCharts.distribution(change, found).ifPresent(drawn.get(isOpen)::add);
    }
    return "<p>What the model is given of buildings, and what it says of them: the rows that it was trained on beside the"
        + " new rows. Alarms come first. <em>Distance</em> is the Kolmogorov–Smirnov distance for numbers, and the"
        + " total variation distance for categories: 0 where both are the same, 1 where they have nothing in common."
        + " <em>p</em> is how often chance alone gives at least that distance.</p>\n"
        + Page.table("<th>what</th><th class=\"text\">which is</th><th>training rows</th><th>new rows</th><th>distance</th>"
            + "<th>p</th><th class=\"text\">alarm</th>", all.stream().map(MonitoringHtml::drift)
                .collect(Collectors.joining()))
        + Page.figures(Stream.concat(Stream.of(MonitoringCharts.apart(all, least)), drawn.get(true).stream()).toList())
        + (drawn.get(false).isEmpty() ? "" : "<details><summary>The others, without an alarm (" + drawn.get(false).size()
            + ")</summary>\n" + Page.figures(drawn.get(false)) + "</details>\n");
  }

  private static String drift(Change change) {
    InputWords words = InputWords.of(change.name());
    return Page.text("<tr%s><td>%s</td><td class=\"text\">%s</td><td>%s</td><td>%s</td><td>%.3f</td><td>%s</td>%s</tr>\n",
        marked(change), words.title(), Page.escaped((words.about() + "; " + change.measured()).replaceFirst("^; ", "")),
        words.text(change.before()), words.text(change.now()), change.difference(), p(change), alarm(change));
  }

  private static String p(Change change) {
    return Double.isNaN(change.p()) ? "too few" : Page.text("%.3f", change.p());
  }

  private static String marked(Change change) {
    return change.alarm() ? " class=\"alarm\"" : "";
  }

  private static String alarm(Change change) {
    return "<td class=\"text\">" + (change.alarm() ? "alarm" : "no") + "</td>";
  }

  private static String last(MonitoringSummary summary) {
    MonitoringFindings found = summary.found();
    List<String> alarms = Stream.of(Stream.concat(found.scores().stream(), found.types().stream())
            .filter(Change::alarm).map(Change::name),
        found.drifted().map(change -> InputWords.of(change.name()).title())).flatMap(names -> names).toList();
    return "<p>" + (alarms.isEmpty() ? "No alarm." : Page.escaped("Alarms: " + String.join(", ", alarms) + "."))
        + "</p>\n<p><strong>" + Page.escaped(summary.training()) + "</strong></p>\n";
  }

  private static String footer(MonitoringFindings found, double rate) {
    return Page.text("<footer>%,d rows were compared. %,d were not predicted: %s. Had nothing changed, each of the questions about scores, types, predictions and inputs would"
        + " be answered with an alarm in at most %.1f%% of all cases; buildings are shuffled, not"
        + " rows.</footer>\n", found.now().rows().size(), found.now().skipped().size(),
        SkippedRows.scope(found.now().skipped()), 100 * rate);
  }
}
