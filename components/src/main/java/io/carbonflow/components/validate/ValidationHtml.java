// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import static io.carbonflow.components.page.Page.escaped;

import module java.base;
import io.carbonflow.base.table.Cell;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.validate.check.CheckResult;
import io.carbonflow.components.validate.check.ColumnSummary;
import io.carbonflow.components.validate.check.Figures;
import io.carbonflow.components.validate.check.Finding;
import io.carbonflow.components.validate.check.Validation;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.building.Severity;
import io.carbonflow.model.city.City;

/// The page about a table: the verdict, what was found, the buildings over the years, what the columns
/// hold.
final class ValidationHtml {
  /// As many findings of a check are shown; the JSON file has more.
  private static final int MOST_SHOWN = 20;
  /// Enough for coordinates.
  private static final int DIGITS = 7;

  private ValidationHtml() {}

  /// The page.
  static String of(Validation validation) {
    Map<Boolean, List<ColumnSummary>> columns = validation.columns().stream().collect(
        Collectors.partitioningBy(column -> column.column().anywhere() instanceof Content.Number));
    return Page.of("The data", "<p>" + verdict(validation) + "</p>\n"
        + whose(validation.city()) + "<h2>What was found</h2>\n"
        + (validation.findings().isEmpty() ? "<p>Nothing.</p>\n" : "")
        + validation.findings().stream().map(ValidationHtml::tally).collect(Collectors.joining())
        + YearsHtml.of(validation.years())
        + "<h2>Columns of numbers</h2>\n<p>Empty cells are missing values; the columns 1 % to 99 %"
        + " are quantiles.</p>\n" + Page.table("<th>column</th><th>year</th>"
            + "<th>missing</th><th>distinct</th><th>least</th><th>1 %</th><th>25 %</th>"
            + "<th>median</th><th>75 %</th><th>99 %</th><th>greatest</th><th>mean</th>",
            columns.get(true).stream().map(one -> numbers(one, validation.city())).collect(Collectors.joining()))
        + "<h2>Other columns</h2>\n" + Page.words("<th>column</th><th>year</th>"
            + "<th>missing</th><th>distinct</th><th>most frequent</th>",
            columns.get(false).stream().map(one -> texts(one, validation.city())).collect(Collectors.joining())));
  }

  /// Reasons tell what the tables have by which limits were found.
  private static String whose(City city) {
    return city.equals(City.SEATTLE) ? "" : "<p>The table is one of " + escaped(city.name()) + ". Where a reason"
        + " speaks of the tables, it means Seattle's of 2015 and 2016: limits that are not the city's own were set by"
        + " these.</p>\n";
  }

  private static String verdict(Validation validation) {
    long errors = validation.count(Severity.ERROR);
    String counts = String.format(Locale.ROOT,
        " Of %,d rows, models use %,d. Errors: %,d, warnings: %,d.",
        validation.rows(), validation.used(), errors, validation.count(Severity.WARNING));
    return (errors == 0
        ? "<strong>Valid</strong>: models may be trained on this table."
        : "<strong class=\"bad\">Not valid</strong>: training on this table would go wrong, and a"
            + " run ends here.") + counts
        + " A row that models do not use is marked; what is wrong with it is a warning at most.";
  }

  private static String tally(CheckResult tally) {
    boolean error = tally.severity() == Severity.ERROR;
    long shown = Math.min(MOST_SHOWN, tally.count());
    return "<details" + (error ? " open" : "") + "><summary>"
        + (error ? "<span class=\"bad\">error</span>" : ParameterType.format(tally.severity()))
        + String.format(Locale.ROOT, " %s: %s (%,d)</summary>\n<p>%s%s</p>\n",
            tally.check().id(), escaped(tally.check().what()), tally.count(),
            tally.check().limitText().map(limit -> "The limit is " + limit + ". ").orElse(""),
            escaped(tally.check().why()))
        + tally.listed().stream().limit(shown).map(ValidationHtml::finding)
            .collect(Collectors.joining("", "<ul>\n", "</ul>\n"))
        + (shown < tally.count() ? String.format(Locale.ROOT,
            "<p>%,d more; validation.json lists %,d of all.</p>\n",
            tally.count() - shown, tally.listed().size()) : "")
        + "</details>\n";
  }

  private static String finding(Finding finding) {
    return "<li>" + escaped(finding.spot().text()) + ": <strong>"
        + escaped((finding.column() + " " + finding.value()).strip())
        + "</strong> " + escaped(finding.message()) + "</li>\n";
  }

  private static String numbers(ColumnSummary column, City city) {
    Content.Number content = (Content.Number) column.column().anywhere();
    String title = city.title(column.column());
    List<String> cells = new ArrayList<>(List.of(
        title.contains(content.unit()) ? title : title + ", " + content.unit(),
        "" + column.year(), count(column.missing()), count(column.distinct())));
    column.numbers().ifPresent(all -> all.each((_, value) -> cells.add(number(value))));
    return row(cells);
  }

  private static String texts(ColumnSummary column, City city) {
    return row(List.of(city.title(column.column()), "" + column.year(), count(column.missing()),
        count(column.distinct()), column.top().stream()
            .map(top -> Cell.shortened(top.value()) + " (" + count(top.rows()) + ")")
            .collect(Collectors.joining(", "))));
  }

  private static String count(long count) {
    return count < 0 ? "many" : String.format(Locale.ROOT, "%,d", count);
  }

  private static String number(double value) {
    return Math.abs(value) >= 1e4
        ? String.format(Locale.ROOT, "%,.0f", value) : Figures.number(value, DIGITS);
  }

  private static String row(List<String> cells) {
    return "<tr>" + cells.stream().map(cell -> "<td>" + escaped(cell) + "</td>")
        .collect(Collectors.joining()) + "</tr>\n";
  }
}
