// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate;

import static io.carbonflow.components.page.Page.text;

import module java.base;
import io.carbonflow.components.page.DataTable;
import io.carbonflow.components.page.Section;
import io.carbonflow.components.validate.check.ColumnSummary;
import io.carbonflow.components.validate.check.Figures;
import io.carbonflow.components.validate.check.Validation;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.city.City;

/// What the columns hold in each year.
final class ColumnsHtml {
  /// Enough for coordinates.
  private static final int DIGITS = 7;

  private ColumnsHtml() {}

  static Section numbers(Validation validation) {
    DataTable table = new DataTable("Columns of numbers in each year",
        List.of("column", "what it is", "year", "missing", "distinct", "least", "1%", "25%", "median", "75%", "99%",
            "greatest", "mean"));
    columns(validation, true).forEach(column -> {
      List<DataTable.Cell> cells = start(named(column, validation.city()), column);
      column.numbers().ifPresentOrElse(
          all -> all.each((_, value) -> cells.add(new DataTable.Cell(number(value), Double.toString(value), false))),
          () -> IntStream.range(0, 8).forEach(_ -> cells.add(DataTable.Cell.number(Double.NaN, ""))));
      table.row("", cells);
    });
    return new Section("Columns of numbers", "<p>Empty cells are missing values; the columns 1% to 99%"
        + " are quantiles.</p>\n" + table.toHtml());
  }

  static Section others(Validation validation) {
    DataTable table = new DataTable("Other columns in each year",
        List.of("column", "what it is", "year", "missing", "distinct", "most frequent"));
    columns(validation, false).forEach(column -> {
      List<DataTable.Cell> cells = start(validation.city().title(column.column()), column);
      cells.add(DataTable.Cell.text(column.top().stream()
          .map(top -> io.carbonflow.base.table.Cell.shortened(top.value()) + " (" + count(top.rows()) + ")")
          .collect(Collectors.joining(", "))));
      table.row("", cells);
    });
    return new Section("Other columns", table.toHtml());
  }

  private static Stream<ColumnSummary> columns(Validation validation, boolean ofNumbers) {
    return validation.columns().stream()
        .filter(column -> column.column().anywhere() instanceof Content.Number == ofNumbers);
  }

  private static List<DataTable.Cell> start(String name, ColumnSummary column) {
    return new ArrayList<>(List.of(DataTable.Cell.text(name), DataTable.Cell.text(ColumnWords.of(column.column())),
        DataTable.Cell.number(column.year(), "%.0f"), DataTable.Cell.number(column.missing(), "%,.0f"),
        column.distinct() < 0 ? DataTable.Cell.text("many") : DataTable.Cell.number(column.distinct(), "%,.0f")));
  }

  private static String named(ColumnSummary column, City city) {
    String unit = ((Content.Number) column.column().anywhere()).unit();
    String title = city.title(column.column());
    return title.contains(unit) ? title : title + ", " + unit;
  }

  private static String count(long count) {
    return text("%,d", count);
  }

  private static String number(double value) {
    return Math.abs(value) >= 1e4 ? text("%,.0f", value) : Figures.number(value, DIGITS);
  }
}
