// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static io.carbonflow.components.validate.check.Check.SLIPS;

import module java.base;
import io.carbonflow.base.table.Row;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.building.Limits;
import io.carbonflow.model.building.Severity;
import io.carbonflow.model.city.City;

/// Cells by themselves, by what the schema declares of their columns.
final class CellChecks {
  private static final Check UNREADABLE = Check.error("unreadable",
          "a cell does not match its column's type")
      .because("The merge step refuses a table at the first such cell; here are all of them.");
  private static final Check IMPOSSIBLE = Check.error("impossible",
          "a number is impossible for a building of the city")
      .because("Models would see it as it is, and a single one widens the scale of its feature for"
          + " all rows. Every column has its own limits.");
  private static final Check DOUBTFUL = Check.warning("doubtful",
          "a number is implausible for a building")
      .because("Models treat it as missing or as the limit, or do not look at it. A few may be right:"
          + " electricity below zero was sent back to the grid.");
  static final Check CATEGORY = Check.warning("category",
          "a category is not in the city's tables")
      .because("Models learn little from a category that is new, and nothing from one that is"
          + " spelled in another way in one year. What many rows of a year have is reported once. The tables of"
          + " 2015 and 2016 have none.");
  private static final Check BUILDING_TYPE = Check.warning("building-type",
          "a building type is not in the city's tables")
      .mostShare(SLIPS)
      .because("Types that " + Check.MODELED + " are modeled. Rows of one that is spelled in"
          + " another way would be left out as dwellings are. The tables have none.");
  private static final Check ID = Check.warning("id-form",
          "a ZIP code or a council district does not exist in " + Check.CITY)
      .because("It is not a feature, but the address may be wrong. 13 rows of 2016 have the ZIP code"
          + " of a town nearby.");

  static final List<Check> ALL =
      List.of(UNREADABLE, IMPOSSIBLE, DOUBTFUL, CATEGORY, BUILDING_TYPE, ID);

  private static final Map<String, Column> COLUMNS = Arrays.stream(Column.values())
      .collect(Collectors.toMap(Column::title, Function.identity()));

  private CellChecks() {}

  /// What is wrong with a cell that the schema refuses.
  static Violation refused(String column, String raw) {
    return new Violation(column, raw, "is not " + (!COLUMNS.containsKey(column) ? "what it should be"
        : switch (COLUMNS.get(column).anywhere()) {
          case Content.Number _ -> "a number";
          case Content.Flag _ -> "true or false";
          case Content.Id _, Content.Text _ -> "one text";
        }));
  }

  /// Tells of a cell that the schema refuses, once.
  static void look(Violation refused, RowLocation spot, Findings findings) {
    Column column = COLUMNS.get(refused.column());
    if (column == null || !findings.city().isSame(column)) {
      findings.add(UNREADABLE, spot.asUsed(), refused);
    }
  }

  /// Looks at a row's cells.
  ///
  /// @param contents what the city's columns hold that hold something of their own
  /// @param foreign takes categories that the city's tables do not have
  static void look(
      CheckedRow facts, Map<Column, Content> contents, ForeignCategories foreign, Findings findings) {
    City city = facts.city();
    for (Column column : contents.keySet()) {
      switch (contents.get(column)) {
        case Content.Number number ->
            look(column, number.limits(), facts.number(column), facts.spot(), findings);
        case Content.Id id -> look(column, id, facts.row(), facts.spot(), findings);
        case Content.Text _, Content.Flag _ -> { }
      }
    }
    for (Category category : Category.values()) {
      if (Optional.ofNullable(COLUMNS.get(category.column())).filter(city::isSame).isPresent()) {
        continue;
      }
      String value = category.of(facts.building(), city);
      boolean isKnown = category.knows(value, city)
          || category == Category.PRIMARY_TYPE && Category.LARGEST_USE.knows(value, city); // since 2018
      if (category == Category.BUILDING_TYPE) {
        findings.add(BUILDING_TYPE, facts.spot(), RowCheck.when(!isKnown, () -> foreign(category, value, "")), true);
      } else if (!isKnown) {
        foreign.take(category, value, facts.spot(), findings);
      }
    }
  }

  /// Tells of a category that the city's tables do not have.
  ///
  /// @param where in how many rows; empty for one
  static Violation foreign(Category category, String value, String where) {
    return new Violation(category.column(), value, "is not one of the city's" + where);
  }

  private static void look(
      Column column, Limits limits, double number, RowLocation spot, Findings findings) {
    limits.against(number).ifPresent(severity -> findings.add(
        severity == Severity.ERROR ? IMPOSSIBLE : DOUBTFUL, spot, Violation.of(column, number,
            number < limits.least() ? "is less than " + Figures.number(limits.least())
                : "is more than " + Figures.number(limits.greatest()))));
  }

  private static void look(
      Column column, Content.Id id, Row row, RowLocation spot, Findings findings) {
    String value = row.id(column.title());
    if (!value.isEmpty() && !id.form().matcher(value).matches()) {
      findings.add(ID, spot, new Violation(column.title(), value, "is not " + id.words()));
    }
  }
}
