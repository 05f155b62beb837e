// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import static io.carbonflow.components.page.Page.escaped;
import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.DataTable;
import io.carbonflow.components.page.DataTable.Cell;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.validate.check.CheckResult;
import io.carbonflow.components.validate.check.Finding;
import io.carbonflow.components.validate.check.Validation;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.model.building.Severity;

/// What was found: a line for each rule, and examples of rows that break it.
final class FindingsHtml {
  /// As many rows of a rule are shown; the JSON file has more.
  private static final int MOST_SHOWN = 20;

  private FindingsHtml() {}

  static Section of(Validation validation) {
    if (validation.findings().isEmpty()) {
      return new Section("What was found", "<p>Nothing.</p>\n");
    }
    DataTable rules = new DataTable("The rules that rows break; each leads to examples",
        List.of("rule", "how bad", "what is wrong", "findings"));
    validation.findings().forEach(tally -> rules.row("", List.of(
        new Cell("<a href=\"#rule-" + tally.check().id() + "\">" + escaped(tally.check().id()) + "</a>", "", true),
        new Cell(severity(tally), "", true), Cell.text(tally.check().what()),
        Cell.number(tally.count(), "%,.0f"))));
    return new Section("What was found", "<p>Where a reason below counts rows, it counts those of Seattle's tables of 2015 and"
        + " 2016 that models use.</p>\n" + rules.toHtml()
        + validation.findings().stream().map(FindingsHtml::examples).collect(Collectors.joining()));
  }

  private static String severity(CheckResult tally) {
    return tally.severity() == Severity.ERROR ? "<span class=\"bad\">error</span>"
        : ParameterType.format(tally.severity());
  }

  private static String examples(CheckResult tally) {
    long shown = Math.min(MOST_SHOWN, tally.listed().size());
    String rest = tally.listed().size() < tally.count() ? text("the first %,d", tally.listed().size()) : "all";
    return "<details" + (tally.severity() == Severity.ERROR ? " open" : "") + "><summary id=\"rule-"
        + tally.check().id() + "\">" + severity(tally)
        + text(" %s: %s (%,d)</summary>\n<p>%s%s</p>\n",
            tally.check().id(), escaped(tally.check().what()), tally.count(),
            tally.check().limitText().map(limit -> "The limit is " + limit + ". ").orElse(""),
            escaped(tally.check().why()))
        + Page.words("<th>building</th><th>year</th><th>line</th><th>column</th><th>value</th><th>what is wrong</th>",
            tally.listed().stream().limit(shown).map(FindingsHtml::row).collect(Collectors.joining()))
        + (shown < tally.count() ? text("<p>%,d more; validation.json lists %s.</p>\n",
            tally.count() - shown, rest) : "")
        + "</details>\n";
  }

  /// A row that models do not use is said to be so: what is wrong with it does no harm.
  private static String row(Finding finding) {
    var spot = finding.spot();
    return Stream.of(spot.building().isEmpty() ? spot.year() == 0 && spot.line() == 0 ? "the table" : ""
                : spot.building(), spot.year() == 0 ? "" : "" + spot.year(), spot.line() == 0 ? "" : "" + spot.line(),
            finding.column(), finding.value(), finding.message() + (spot.used() ? "" : " (not used)"))
        .map(cell -> "<td>" + escaped(cell) + "</td>").collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }
}
