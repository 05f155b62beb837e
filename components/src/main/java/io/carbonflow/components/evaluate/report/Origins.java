// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.escaped;
import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.merge.SourcesReport;
import io.carbonflow.components.merge.Years;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.Section;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.bundle.Provenance;

/// Provenance.
final class Origins {
  private Origins() {}

  static Section of(Report report) {
    Provenance from = report.model().provenance();
    StringBuilder rows = new StringBuilder();
    int number = 0;
    for (SourcesReport.Source table : report.sources().tables()) {
      rows.append(row("table " + ++number,
          text("%s: %,d rows of %s, SHA-256 <code>%s</code>", escaped(table.name()), table.rows(),
              Years.words(new TreeSet<>(table.years())), escaped(table.sha256()))));
    }
    rows.append(row("city", text("%s, SHA-256 of what is said of it <code>%s</code>",
            escaped(report.sources().city().name()), escaped(report.sources().city().sha256()))))
        .append(row("years", Years.words(new TreeSet<>(report.sources().years()))))
        .append(row("seed", text("%d; split by %d", from.seed(), from.splitSeed())))
        .append(row("features", ParameterType.format(report.evaluation().features())));
    report.model().members().forEach(member -> rows.append(row(
        "hyperparameters of " + escaped(member.estimator()),
        escaped(new Hyperparameters(member.hyperparameters()).words()))));
    rows.append(row("carbonflow", text("%s, revision <code>%s</code>", escaped(from.carbonflow()),
            escaped(from.revision()))))
        .append(row("libraries", escaped(from.libraries().entrySet().stream()
            .map(library -> library.getKey() + " " + library.getValue())
            .collect(Collectors.joining(", ")))));
    return new Section("Provenance",
        "<p>The same tables, seed and version give the same model, byte for byte.</p>\n"
            + Page.words("<th>what</th><th>which</th>", rows.toString()));
  }

  private static String row(String what, String which) {
    return "<tr><td>" + what + "</td><td>" + which + "</td></tr>\n";
  }
}
