// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.building.MissingColumn;
import io.carbonflow.model.building.Purpose;
import io.carbonflow.model.building.Schema;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.FeatureSet;

/// Columns that are missing.
final class TableChecks {
  private static final Check MISSING = Check.error("column-missing",
          "a column that training needs is missing")
      .because("No row could be used, or few. The merge step refuses such a table.");
  private static final Check EMPTY = Check.warning("column-empty",
          "a feature column is empty for a whole year")
      .because("It may have another name in that year's table. The features are then filled with"
          + " what other rows have.");

  private static final Check RENAMED = Check.warning("column-renamed",
          "a feature column is missing, and another column has nearly its name")
      .because("It is not read under that name. The features are then filled with what other rows"
          + " have, and predictions change.");

  private static final Check NOTHING = Check.error("nothing-used", "no row can be used")
      .because("There is nothing to train on. The clean step refuses such a table.");

  static final List<Check> ALL = List.of(MISSING, RENAMED, EMPTY, NOTHING);

  /// What is read of a building and is not an identifier.
  private static final Set<Column> READ = Stream.concat(
      Stream.of(Column.BUILDING_TYPE, Column.PRIMARY_TYPE, Column.EMISSIONS),
      Arrays.stream(FeatureGroup.values()).flatMap(group -> group.columns().stream()))
      .collect(Collectors.toUnmodifiableSet());

  private TableChecks() {}

  /// Looks at the columns that there are.
  ///
  /// @param head the table, which need not have rows
  /// @throws io.carbonflow.base.fault.Problem if most of what training needs is missing: it is another
  ///     table then
  static void look(Table head, Schema schema, Findings findings) {
    City city = schema.city();
    List<Column> missing = schema.missing(Purpose.TRAINING);
    if (2 * missing.size() > schema.required(Purpose.TRAINING).size()) {
      head.require(missing.stream().map(city::named).toList(), Schema.whose(Purpose.TRAINING, city));
    }
    missing.forEach(column ->
        findings.add(MISSING, RowLocation.TABLE, new Violation(city.named(column), "", "is missing")));
    MissingColumn.of(head, FeatureSet.METERED, city).forEach(column -> column.similar().ifPresent(name ->
        findings.add(RENAMED, RowLocation.TABLE, new Violation(
            name, "", "looks like " + findings.title(column.name()) + ", which is missing"))));
  }

  /// Looks at what the columns hold.
  ///
  /// @param columns those that the city is not without
  /// @param used how many rows can be used
  static void look(List<ColumnSummary> columns, long used, Findings findings) {
    if (used == 0) {
      findings.add(NOTHING, RowLocation.TABLE, new Violation("", "", "it has no row that can be used"));
    }
    columns.stream()
        .filter(summary -> summary.missing() == summary.rows() && READ.contains(summary.column()))
        .forEach(summary -> findings.add(EMPTY, RowLocation.of(summary.year()), new Violation(
            summary.column().title(), "", "has no value in " + Counted.of(summary.rows(), "row"))));
  }
}
