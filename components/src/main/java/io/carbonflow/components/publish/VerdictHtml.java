// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.Section;
import io.carbonflow.published.PublishedMetrics;

/// A verdict as a page: the decision and why, then what it was made by.
final class VerdictHtml {
  private VerdictHtml() {}

  static String of(PromotionVerdict verdict) {
    Optional<SideBySide> both = verdict.comparison().map(
        compared -> new SideBySide(compared, verdict.champion().orElseThrow().version()));
    return Page.of("Verdict on a new model", Stream.of(
        Stream.of(new Section("", decision(verdict))),
        both.map(one -> one.scores(verdict.gate().margin())).stream(),
        both.map(SideBySide::types).or(() -> Optional.of(types(verdict.model().promise()))).stream(),
        Stream.of(new Section("Which models", models(verdict))))
        .flatMap(sections -> sections).toList());
  }

  private static String decision(PromotionVerdict verdict) {
    boolean bad = verdict.decision() == Decision.BELOW_FLOOR;
    PublishedMetrics promise = verdict.model().promise();
    return (bad ? "<p class=\"bad\">" : "<p class=\"lead\">") + Page.escaped(VerdictText.of(verdict).strip()) + "</p>\n"
        + text("<p>On its own %,d held-out rows the new model reaches R² %.3f on the Box-Cox scale, and the lowest that"
            + " may be published is %.3f (the floor).%s</p>\n", promise.rows(), promise.r2(), verdict.floor(),
            verdict.comparison().isPresent() || verdict.champion().isEmpty() ? ""
                : " It was not compared with the published model on the same rows.");
  }

  private static Section types(PublishedMetrics promise) {
    return new Section("Errors of the new model by property type", Page.table(
        "<th>property type</th><th>held-out rows</th><th>MAE, t</th>", promise.types().stream().map(type ->
            text("<tr><td>%s</td><td>%,d</td><td>%,.1f</td></tr>\n", Page.escaped(type.type()), type.rows(), type.mae()))
            .collect(Collectors.joining())));
  }

  /// What each model is, in two columns.
  private static String models(PromotionVerdict verdict) {
    Optional<PublishedMetrics> old = verdict.champion().map(champion -> champion.promise());
    PublishedMetrics promise = verdict.model().promise();
    return Page.words("<th>what</th><th>new model</th><th>published model</th>",
        row("version", Page.escaped(verdict.version().orElse("not published")),
            verdict.champion().map(champion -> Page.escaped(champion.version())).orElse("there is none"))
        + row("model", Page.escaped(promise.model()), old.map(one -> Page.escaped(one.model())).orElse(""))
        + row("features", promise.features().word(), old.map(one -> one.features().word()).orElse(""))
        + row("its own held-out rows", text("%,d", promise.rows()), old.map(one -> text("%,d", one.rows())).orElse(""))
        + row("R² on them, Box-Cox scale", text("%.3f", promise.measured()),
            old.map(one -> text("%.3f", one.measured())).orElse(""))
        + row("revision of the code", "<code>" + Page.escaped(verdict.model().revision()) + "</code>", "")
        + row("SHA-256 of the bundle", "<code>" + verdict.model().sha256() + "</code>",
            verdict.champion().map(champion -> "<code>" + champion.sha256() + "</code>").orElse("")));
  }

  private static String row(String what, String ours, String theirs) {
    return "<tr><td>" + what + "</td><td>" + ours + "</td><td>" + theirs + "</td></tr>\n";
  }
}
