// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.predict;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.NearName;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.Category;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.PredictionRows;
import io.carbonflow.model.building.PredictionRows.Skipped;

/// A column of a table by whose values predictions are added up. What models know as a category is
/// read as they read it, so that all years' ways of writing a neighborhood are one.
///
/// @param by the column as it was named
/// @param values its value in each row that is predicted; empty where the table has none
record Portfolios(String by, List<String> values) {
  private static final String OPTION = "--total-by";
  private static final String SHORT_TYPE = "PropertyType";

  /// Copies the list.
  Portfolios {
    values = List.copyOf(values);
  }

  /// Finds the column in each table.
  ///
  /// @param by its name in the table, or in the table of 2016
  /// @param rows what of each table is predicted
  /// @throws Problem if a table has no such column; what looks like it is named
  static Portfolios of(List<Table> tables, String by, List<PredictionRows> rows) {
    return new Portfolios(by, IntStream.range(0, tables.size())
        .mapToObj(i -> of(tables.get(i), by, rows.get(i))).flatMap(one -> one.values.stream()).toList());
  }

  private static Portfolios of(Table table, String by, PredictionRows rows) {
    String column = column(table, by);
    Optional<Category> category = Arrays.stream(Category.values())
        .filter(one -> NearName.same(one.column(), List.of(column)).isPresent()).findFirst();
    if (category.isPresent()) {
      return of(by, category.get(), rows.rows());
    }
    Set<Long> skipped = rows.skipped().stream().map(Skipped::line).collect(Collectors.toSet());
    return new Portfolios(by, table.rows().stream()
        .filter(row -> !skipped.contains(row.start().line()))
        .map(row -> row.text(column)).toList());
  }

  /// The values of a category.
  static Portfolios of(String by, Category category, List<ModelRow> rows) {
    return new Portfolios(by, rows.stream().map(row -> row.category(category)).toList());
  }

  private static String column(Table table, String by) {
    List<String> names = table.header().names();
    return names.stream().filter(by::equals).findFirst()
        .or(() -> NearName.same(by, names))
        .or(() -> NearName.same(by, List.of(SHORT_TYPE))
            .flatMap(_ -> NearName.same(Category.PRIMARY_TYPE.column(), names)))
        .orElseThrow(() -> new Problem(table.place().line(1), OPTION + " names a column " + by
            + " that it does not have", NearName.of(by, names)
            .map(found -> "did you mean " + found + "?").orElse("name one of its columns")));
  }

  /// The positions of the predicted rows by the value that they have, the values in order.
  SortedMap<String, List<Integer>> places() {
    return IntStream.range(0, values.size()).boxed()
        .collect(Collectors.groupingBy(values::get, TreeMap::new, Collectors.toList()));
  }
}
