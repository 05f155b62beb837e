// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Header;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.feature.RowKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Brings exports of either year into one table with one schema.
///
/// A row's year is what its `DataYear` says; neither the file's name nor the order of the tables
/// matters, and neither changes the result: rows are sorted by year and building. Tables of one
/// year only, or with both years in one file, are taken as well: nothing that is learned here needs
/// two years, a year that never changes is a column without effect. What does harm, the same
/// building and year twice (a table given twice, for instance), is refused.
public final class MergeTables {
  private static final Comparator<RowKey> BY_YEAR_AND_ID =
      Comparator.comparingInt(RowKey::year)
          .thenComparingInt(key -> key.building().length())
          .thenComparing(RowKey::building);

  private MergeTables() {}

  /// The rows of all tables with the 2016 table's columns, in its order, and `in_train`. Columns
  /// that 2016 lacks are dropped, optional ones that a table lacks are empty.
  ///
  /// @param splitSeed decides which buildings are learned from ([Split])
  /// @throws Problem if a table has no rows, lacks a column that training needs, has two columns of
  ///     one meaning that disagree or a cell that is not what its column holds, or if a building
  ///     comes twice in a year
  public static Table of(List<Table> tables, long splitSeed) {
    Keys keys = new Keys();
    Map<RowKey, Row> rows = new TreeMap<>(BY_YEAR_AND_ID);
    for (Table table : tables) {
      if (table.rows().isEmpty()) {
        throw new Problem(table.place(), "has a header and no rows", "give a table with rows");
      }
      Schema schema = Schema.of(table, Purpose.TRAINING);
      for (Row raw : table.rows()) {
        Row row = schema.canonical(raw);
        RowKey key = keys.add(row);
        rows.put(key, withSide(row, Split.inTrain(key.building(), splitSeed)));
      }
    }
    return new Table("merged table", new Header(Schema.TITLES), List.copyOf(rows.values()));
  }

  private static Row withSide(Row row, boolean inTrain) {
    List<String> cells = new ArrayList<>(row.cells());
    cells.set(cells.size() - 1, Cell.format(inTrain));
    return new Row(row.start(), row.header(), cells);
  }
}
