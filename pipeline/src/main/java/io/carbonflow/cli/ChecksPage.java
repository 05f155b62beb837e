// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import module java.base;
import io.carbonflow.components.validate.check.Check;
import io.carbonflow.components.validate.check.Checks;
import io.carbonflow.components.validate.check.Figures;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.building.Limits;
import io.carbonflow.model.building.Severity;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityJson;

/// The reference page of what the step validate looks for, in Markdown.
final class ChecksPage {
  private ChecksPage() {}

  /// The text of the page.
  static String of() {
    return """
        # What is looked for in a table

        The step [validate](steps/validate.md) tells of all that it finds, with row, column, value
        and rule. An **error** means that training on the table would go wrong: a run ends, after
        the page is saved. A **warning** is for a person to look at and ends nothing. In a row that
        models neither learn from nor are scored on, nothing is worse than a warning, unless it is
        about the table as a whole. Where a rule says what part of a year's rows may break it, more
        than that, and at least ten rows, is an error as well: it is no slip then, but a column that
        holds something else. Every finding is counted, and the first 200 of a rule are listed.
        [How to read what was found](../how-to/read-validation-findings.md) shows each on an
        example.

        "The tables" are Seattle's of 2015 and 2016 as they were published: 6,716 rows, of which
        models use 3,003. They are valid.
        """
        + Checks.groups().stream().map(ChecksPage::group).collect(Collectors.joining())
        + """

        ## Columns
        A number below or above is `impossible`, an error, or `doubtful`, a warning. Limits and forms are the city's,
        here Seattle's, where its [file](../design/cities.md) says some, and else hold in any city.

        | column | holds | at least | at most |
        | --- | --- | --- | --- |
        """
        + Arrays.stream(Column.values()).map(column -> column(column, City.SEATTLE)).collect(Collectors.joining())
        + """

        ## Categories
        In any letter case. Anything else is reported by the rules `category` and `building-type`. In a city whose
        names are not known, nothing is.

        | column | values |
        | --- | --- |
        """
        + categories(City.SEATTLE)
        + CityJson.names().stream().map(CityJson::bundled).filter(city -> city != City.SEATTLE).map(ChecksPage::city)
            .collect(Collectors.joining());
  }

  /// What another city says; a column of which it says nothing holds what it does in any city.
  private static String city(City city) {
    String categories = categories(city);
    return """

        ## %s
        Types that %s are modeled. Of its columns its file says:

        | column | holds | at least | at most |
        | --- | --- | --- | --- |
        """.formatted(city.name(), city.subject().words())
        + Arrays.stream(Column.values()).filter(city::has)
            .filter(column -> !city.isSame(column)).map(column -> column(column, city)).collect(Collectors.joining())
        + (categories.isEmpty() ? "" : "\n| column | values |\n| --- | --- |\n" + categories);
  }

  private static String group(Checks.Group group) {
    return "\n## " + group.title() + "\n"
        + "| rule | severity | what | limit | of a year's rows | why |\n"
        + "| --- | --- | --- | --- | --- | --- |\n"
        + group.checks().stream().map(ChecksPage::check).collect(Collectors.joining());
  }

  private static String check(Check check) {
    return "| `" + check.id() + "` | " + ParameterType.format(check.severity()) + " | "
        + check.of(City.SEATTLE).what() + " | " + check.limitText().orElse("") + " | "
        + (Double.isNaN(check.mostShare()) ? "" : Figures.percent(check.mostShare())) + " | "
        + check.of(City.SEATTLE).why() + " |\n";
  }

  private static String column(Column column, City city) {
    return "| `" + city.title(column) + "` | " + switch (city.content(column)) {
      case Content.Number number -> "number, " + number.unit() + " | " + limits(number.limits());
      case Content.Id id -> "identifier, " + id.words() + " |  | ";
      case Content.Flag _ -> "yes or no |  | ";
      case Content.Text _ -> "text |  | ";
    } + " |\n";
  }

  private static String limits(Limits limits) {
    return limit(limits.least(), limits.below()) + " | "
        + limit(limits.greatest(), limits.above());
  }

  private static String limit(double value, Severity severity) {
    return Double.isInfinite(value) ? "" : Figures.number(value)
        + (severity == Severity.ERROR ? ", else impossible" : ", else doubtful");
  }

  /// Columns of the same categories share a line; what is computed from another is not one of the
  /// city's columns.
  private static String categories(City city) {
    Set<String> titles =
        Arrays.stream(Column.values()).map(Column::title).collect(Collectors.toSet());
    Map<Set<String>, String> columns = Arrays.stream(Category.values())
        .filter(category -> titles.contains(category.column()) && !category.known(city).isEmpty())
        .collect(Collectors.groupingBy(category -> category.known(city), LinkedHashMap::new, Collectors.mapping(
            category -> "`" + category.column() + "`", Collectors.joining(", "))));
    return columns.entrySet().stream().map(entry -> "| " + entry.getValue() + " | "
            + entry.getKey().stream().sorted().collect(Collectors.joining("; ")) + " |\n")
        .collect(Collectors.joining());
  }
}
