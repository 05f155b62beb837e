// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.score.GroupErrors;
import io.carbonflow.components.score.ScoredRows;
import io.carbonflow.published.PublishedMetrics;

/// A verdict as a page.
final class VerdictHtml {
  private VerdictHtml() {}

  static String of(PromotionVerdict verdict) {
    StringBuilder page = new StringBuilder();
    boolean bad = verdict.decision() == Decision.BELOW_FLOOR;
    page.append(bad ? "<p class=\"bad\">" : "<p>")
        .append(Page.escaped(VerdictText.of(verdict).strip())).append("</p>\n");
    PublishedMetrics promise = verdict.model().promise();
    page.append(text("<p>The new model is a %s model of %s, trained by revision %s. On its own %,d"
        + " held-out rows it reaches R² %.3f on the Box-Cox scale; the floor is %.3f.</p>\n",
        promise.features().word(), Page.escaped(promise.model()),
        Page.escaped(verdict.model().revision()), promise.rows(), promise.r2(),
        verdict.floor()));
    verdict.comparison().ifPresentOrElse(
        both -> page.append("<h2>Both models on the same rows</h2>\n").append(scores(verdict, both))
            .append("<h2>Mean absolute error by property type</h2>\n").append(types(both)),
        () -> page.append("<h2>Errors of the new model by property type</h2>\n")
            .append(types(promise)));
    page.append("<footer>SHA-256 of the bundle: ").append(verdict.model().sha256())
        .append("</footer>\n");
    return Page.of("Verdict on a new model", page.toString());
  }

  private static String scores(PromotionVerdict verdict, Comparison both) {
    return Page.table("<th>model</th><th>R², Box-Cox</th><th>R², tonnes</th><th>MAE, t</th>",
        row("new", both.challenger())
            + row(verdict.champion().orElseThrow().version(), both.champion()))
        + text("<p>The difference of R² on the Box-Cox scale is %+.4f; its standard error, by"
            + " building, is %.4f. The margin is %.4f.</p>\n", both.difference(),
            both.standardError(), verdict.gate().margin()) + "<p>The best of many models is ahead partly because these"
            + " buildings suit it, which others will not. What is promised is without that part of its"
            + " lead.</p>\n";
  }

  private static String row(String name, ScoredRows scored) {
    return text("<tr><td>%s</td><td>%.3f</td><td>%.3f</td><td>%.1f</td></tr>\n", name,
        scored.boxCox().r2(), scored.tonnes().r2(), scored.tonnes().mae());
  }

  private static String types(Comparison both) {
    Map<String, GroupErrors> champion = both.champion().types().stream()
        .collect(Collectors.toMap(GroupErrors::group, Function.identity()));
    StringBuilder rows = new StringBuilder();
    for (GroupErrors ours : both.challenger().types()) {
      rows.append(text("<tr><td>%s</td><td>%,d</td><td>%,.1f</td><td>%,.1f</td></tr>\n",
          Page.escaped(ours.group()), ours.rows(), ours.absolute(),
          champion.get(ours.group()).absolute()));
    }
    return Page.table("<th>property type</th><th>rows</th><th>new, t</th><th>published, t</th>",
        rows.toString());
  }

  private static String types(PublishedMetrics promise) {
    StringBuilder rows = new StringBuilder();
    for (PublishedMetrics.OfType type : promise.types()) {
      rows.append(text("<tr><td>%s</td><td>%,d</td><td>%,.1f</td></tr>\n",
          Page.escaped(type.type()), type.rows(), type.mae()));
    }
    return Page.table("<th>property type</th><th>held-out rows</th><th>MAE, t</th>", rows.toString());
  }
}
