// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import static io.carbonflow.components.page.Page.escaped;
import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.Page;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.validate.check.Validation;
import io.carbonflow.model.building.Severity;
import io.carbonflow.model.city.City;

/// The page about a table: the verdict, what was found, how its numbers are distributed, the buildings over the years,
/// what the columns hold.
final class ValidationHtml {
  private ValidationHtml() {}

  /// The page.
  static String of(Validation validation) {
    return Page.of("The data", Stream.of(
        Stream.of(new Section("", "<p class=\"lead\">" + verdict(validation) + "</p>\n" + whose(validation.city())),
            FindingsHtml.of(validation)),
        validation.histograms().isEmpty() ? Stream.<Section>of() : Stream.of(new Section("How the numbers are distributed",
            "<p>Of up to 24 ranges, the part of a year's rows whose number is in each. Most scales go by powers of ten: a"
                + " step to the right is ten times as much. A few rows at both ends are not drawn; the table of the"
                + " columns has the least and the greatest.</p>\n", HistogramFigures.of(validation))),
        YearsHtml.of(validation.years()).stream(),
        Stream.of(ColumnsHtml.numbers(validation), ColumnsHtml.others(validation)))
        .flatMap(sections -> sections).toList());
  }

  /// Reasons tell what the tables have by which limits were found.
  private static String whose(City city) {
    return city.equals(City.SEATTLE) ? "" : "<p>The table is one of " + escaped(city.name()) + ". Where a reason"
        + " speaks of the tables, it means Seattle's of 2015 and 2016: limits that are not the city's own were set by"
        + " these.</p>\n";
  }

  private static String verdict(Validation validation) {
    long errors = validation.count(Severity.ERROR);
    String counts = text(" Of %,d rows, models use %,d. Errors: %,d, warnings: %,d.",
        validation.rows(), validation.used(), errors, validation.count(Severity.WARNING));
    return (errors == 0
        ? "<strong>Valid</strong>: models may be trained on this table."
        : "<strong class=\"bad\">Not valid</strong>: training on this table would go wrong, and a"
            + " run ends here.") + counts
        + " A row that models do not use is marked; what is wrong with it is a warning at most.";
  }
}
