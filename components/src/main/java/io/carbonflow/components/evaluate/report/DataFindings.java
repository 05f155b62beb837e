// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate.report;

import static io.carbonflow.components.page.Page.escaped;
import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.validate.ValidationSummary;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.model.building.Severity;

/// Data validation.
final class DataFindings {
  private DataFindings() {}

  static Section of(ValidationSummary found) {
    String rules = found.rules().stream().map(rule -> text(
        "<tr><td>%s</td><td>%s</td><td>%,d</td><td>%s</td></tr>\n", escaped(rule.rule()),
        rule.severity() == Severity.ERROR ? "<span class=\"bad\">error</span>"
            : ParameterType.format(rule.severity()), rule.count(), escaped(rule.what())))
        .collect(Collectors.joining());
    return new Section("Data validation",
        text("<p>Of %,d rows models use %,d. Errors: %,d, warnings: %,d.%s</p>\n", found.rows(),
            found.used(), found.errors(), found.warnings(), rules.isEmpty() ? ""
                : " <code>validation.html</code> shows rows of each rule with column and value,"
                    + " <code>validation.json</code> lists more.")
            + (rules.isEmpty() ? "" : Page.words(
                "<th>rule</th><th>severity</th><th>findings</th><th>what</th>", rules)));
  }
}
