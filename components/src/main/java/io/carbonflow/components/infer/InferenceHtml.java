// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.infer;

import static io.carbonflow.components.page.Page.escaped;
import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.predict.AddedUp;
import io.carbonflow.components.predict.Answers;
import io.carbonflow.components.predict.SkippedRows;
import io.carbonflow.components.storage.SourceTable;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.MissingColumn;
import io.carbonflow.model.building.PredictionRows.Skipped;
import io.carbonflow.model.bundle.Provenance;
import io.carbonflow.model.total.Total;
import io.carbonflow.published.Published;

/// What a published model has predicted of a table, as a page.
final class InferenceHtml {
  /// How many rows that were not predicted are named; the report of the run has all.
  private static final int NAMED = 20;

  private InferenceHtml() {}

  /// The page.
  ///
  /// @param tables where the rows are from
  static String of(Published model, Answers answers, List<SourceTable> tables) {
    List<Section> sections = new ArrayList<>(List.of(new Section("", notices(model, answers))));
    if (!answers.rows().isEmpty()) {
      totals(answers).ifPresent(sections::add);
      sections.addAll(InferredRows.of(answers));
    }
    sections.add(skipped(answers));
    sections.add(origins(model, answers, tables));
    return Page.of("Predictions of building emissions in " + answers.bundle().city().name(), sections);
  }

  /// The total first, then what to be careful about.
  private static String notices(Published model, Answers answers) {
    StringBuilder html = new StringBuilder("<p class=\"lead\">").append(lead(model, answers)).append("</p>\n");
    answers.bundle().city().target().notice().ifPresent(notice ->
        html.append("<p><strong>").append(notice).append("</strong></p>\n"));
    if (!answers.areMost()) {
      html.append("<p class=\"bad\">Most rows of the kinds that are modeled were not predicted.</p>\n");
    }
    answers.factors().lines().forEach(line -> html.append(
        answers.factors().standIn() ? "<p class=\"bad\">" : "<p>").append(escaped(line)).append(".</p>\n"));
    MissingColumn.line(answers.predictions().missing()).ifPresent(
        line -> html.append("<p class=\"bad\">Careful: ").append(escaped(line)).append(".</p>\n"));
    return html.toString();
  }

  private static String lead(Published model, Answers answers) {
    String total = answers.totals().all().map(all -> text("They come to <strong>%s</strong>%s%s.",
        all.text(), answers.together(), all.interval().map(about -> text(": the range is a %.0f%% prediction interval"
            + " of the sum", 100 * about.level())).orElse("")))
        .orElse("There is " + AddedUp.unknown() + ".");
    return text("%s predicted by %s. %s", Counted.of(answers.rows().size(), "row was", "rows were"),
        escaped(model.version()), total) + notPredicted(answers.predictions().skipped());
  }

  private static String notPredicted(List<Skipped> rows) {
    return rows.isEmpty() ? "" : text(" %s not predicted: %s.", Counted.of(rows.size(), "row was", "rows were"),
        SkippedRows.scope(rows));
  }

  private static Optional<Section> totals(Answers answers) {
    return answers.totals().all().isEmpty() ? Optional.empty() : Optional.of(new Section("What they add up to",
        "<p>Totals are sums of means. Ranges of parts are wider than that of the whole, as less evens out.</p>\n"
        + (answers.totals().parts().isEmpty() ? ""
            : table(answers.totals().by(), answers.totals(), " open"))
        + table("property type", answers.totals(Category.PRIMARY_TYPE), "")
        + table("neighborhood", answers.totals(Category.NEIGHBORHOOD), ""), InferenceCharts.of(answers)));
  }

  private static String table(String by, AddedUp totals, String open) {
    double all = totals.all().orElseThrow().tonnes();
    return "<details" + open + "><summary>By " + escaped(by) + " (" + totals.parts().size()
        + ")</summary>\n" + Page.table("<th>" + escaped(by) + "</th><th>buildings</th><th>total, t</th>"
            + "<th>90% interval: from, t</th><th>to, t</th><th>share</th>",
        totals.parts().entrySet().stream()
            .sorted(Comparator.comparingDouble(part -> -part.getValue().tonnes()))
            .map(part -> row(part.getKey(), part.getValue(), all)).collect(Collectors.joining()))
        + "</details>\n";
  }

  private static String row(String name, Total total, double all) {
    return text("<tr><td>%s</td><td>%,d</td><td>%,.0f</td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
        escaped(name.isBlank() ? "not known" : name), total.buildings(), total.tonnes(),
        total.interval().map(about -> text("%,.0f", about.lower())).orElse(""),
        total.interval().map(about -> text("%,.0f", about.upper())).orElse(""),
        all > 0 ? text("%.1f%%", 100 * total.tonnes() / all) : "");
  }

  private static Section skipped(Answers answers) {
    List<Skipped> rows = answers.predictions().skipped();
    return new Section("What could not be predicted", rows.isEmpty() ? "<p>Nothing.</p>\n"
        : Page.words("<th>rows</th><th>why</th>", answers.predictions().reasons().entrySet().stream()
            .map(reason -> text("<tr><td>%,d</td><td>%s</td></tr>\n", reason.getValue(),
                escaped(reason.getKey()))).collect(Collectors.joining()))
            + text("<details><summary>The first %,d of %,d rows</summary>\n",
                Math.min(NAMED, rows.size()), rows.size())
            + Page.words("<th>line</th><th>building</th><th>what is wrong</th>",
                rows.stream().limit(NAMED).map(row -> text(
                    "<tr><td>%d</td><td>%s</td><td>%s</td></tr>\n", row.line(), escaped(row.id()),
                    escaped(row.reason()))).collect(Collectors.joining())) + "</details>\n");
  }

  private static Section origins(Published model, Answers answers, List<SourceTable> tables) {
    Provenance from = answers.bundle().provenance();
    return new Section("Model and data", Page.words("<th>what</th><th>which</th>",
        tables.stream().map(table -> fact("rows", text("%s, SHA-256 <code>%s</code>",
            escaped(table.table().source()), escaped(table.sha256())))).collect(Collectors.joining())
            + fact("model", text("%s, %s, SHA-256 <code>%s</code>", escaped(model.version()),
                escaped(model.promise().model()), model.sha256()))
            + fact("features", ParameterType.format(model.promise().features()))
            + fact("published", model.at().toString())
            + fact("what it promises", text("R² %.3f on the Box-Cox scale and a mean absolute error of"
                + " %.1f t, by %,d held-out rows", model.promise().r2(), model.promise().tonnesMae(),
                model.promise().rows()))
            + fact("trained on", text("%,d rows of tables with the SHA-256 %s", from.trainRows(),
                from.data().stream().map(hash -> "<code>" + escaped(hash) + "</code>")
                    .collect(Collectors.joining(", "))))
            + fact("carbonflow", text("%s, revision <code>%s</code>", escaped(from.carbonflow()),
                escaped(from.revision())))));
  }

  private static String fact(String what, String which) {
    return "<tr><td>" + what + "</td><td>" + which + "</td></tr>\n";
  }
}
