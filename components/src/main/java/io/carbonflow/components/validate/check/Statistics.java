// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.base.table.Row;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.building.Schema;

/// What every column holds in every year, in passing.
final class Statistics {
  /// More years than these are a column that holds something else.
  private static final int MOST_YEARS = 12;

  private static final class Year {
    private long rows;
    private final Map<Column, NumberSummary> numbers = new EnumMap<>(Column.class);
    private final Map<Column, TextSummary> texts = new EnumMap<>(Column.class);

    private Year() {
      for (Column column : Column.values()) {
        if (column.anywhere() instanceof Content.Number) {
          numbers.put(column, new NumberSummary());
        } else {
          texts.put(column, new TextSummary());
        }
      }
    }

    /// A fuel that there is not is read as 0.
    private boolean hasNothing(Column column) {
      return numbers.containsKey(column) ? numbers.get(column).isNothing() : texts.get(column).count() == 0;
    }
  }

  private final Map<Integer, Year> years = new TreeMap<>();

  /// Takes a row of the one schema.
  void take(int number, Row row) {
    Year year = years.get(number);
    if (year == null) {
      if (years.size() == MOST_YEARS) {
        return;
      }
      year = new Year();
      years.put(number, year);
    }
    year.rows++;
    year.numbers.forEach((column, summary) -> {
      double value = row.number(column.title());
      if (!Double.isNaN(value)) {
        summary.add(value);
      }
    });
    year.texts.forEach((column, summary) -> {
      String value = row.raw(column.title());
      if (!value.isEmpty()) {
        summary.add(value);
      }
    });
  }

  /// What was taken, by column and year: of the columns that the city is not without, and that have cells of their
  /// own.
  List<ColumnSummary> columns(Schema schema) {
    List<ColumnSummary> columns = new ArrayList<>();
    for (Column column : Column.values()) {
      if (schema.city().isSame(column)
          || !schema.expects(column) && years.values().stream().allMatch(year -> year.hasNothing(column))) {
        continue;
      }
      years.forEach((number, year) -> columns.add(column.anywhere() instanceof Content.Number
          ? summary(column, number, year.rows, year.numbers.get(column))
          : summary(column, number, year.rows, year.texts.get(column))));
    }
    return List.copyOf(columns);
  }

  /// How the numbers of the main columns are distributed, in each year.
  List<Histogram> histograms(Schema schema) {
    return Histogram.of(column -> {
      SortedMap<Integer, double[]> numbers = new TreeMap<>();
      if (!schema.city().isSame(column)) {
        years.forEach((number, year) -> numbers.put(number, year.numbers.get(column).sorted()));
      }
      return numbers;
    });
  }

  private static ColumnSummary summary(
      Column column, int year, long rows, NumberSummary summary) {
    return new ColumnSummary(column, year, rows, rows - summary.count(), summary.distinct(),
        summary.count() == 0 ? Optional.empty() : Optional.of(summary.numbers()), List.of());
  }

  private static ColumnSummary summary(Column column, int year, long rows, TextSummary summary) {
    return new ColumnSummary(column, year, rows, rows - summary.count(), summary.distinct(),
        Optional.empty(), summary.top());
  }
}
