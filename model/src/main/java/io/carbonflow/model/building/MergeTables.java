// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Header;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.Merged.Repeated;
import io.carbonflow.model.city.City;
import io.carbonflow.model.feature.RowKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/// Brings exports of any years into one table with one schema.
///
/// A row's year is what its `DataYear` says; neither the file's name nor the order of the tables
/// matters, and neither changes the result: rows are sorted by year and building. A table may hold
/// many years, and a year may come in many tables. The same building and year twice with the same
/// content is one row; with two contents it is refused, as nobody knows which of them is right.
public final class MergeTables {
  private static final Comparator<RowKey> BY_YEAR_AND_ID =
      Comparator.comparingInt(RowKey::year)
          .thenComparingInt(key -> key.building().length())
          .thenComparing(RowKey::building);

  private final IntPredicate years;
  private final long splitSeed;
  private final City city;
  private final SortedMap<RowKey, Row> rows = new TreeMap<>(BY_YEAR_AND_ID);
  private final SortedMap<Integer, Integer> leftOut = new TreeMap<>();
  private final List<Repeated> repeated = new ArrayList<>();

  private MergeTables(IntPredicate years, long splitSeed, City city) {
    this.city = city;
    this.years = years;
    this.splitSeed = splitSeed;
  }

  /// The rows of all tables with the 2016 table's columns, in its order, and `in_train`. Columns
  /// that 2016 lacks are dropped, optional ones that a table lacks are empty.
  ///
  /// @param splitSeed decides which buildings are learned from ([Split])
  /// @throws Problem as [#of(List, long, IntPredicate)]
  public static Table of(List<Table> tables, long splitSeed) {
    return of(tables, splitSeed, year -> true).table();
  }

  /// The rows of some years of all tables, as [#of(List, long)] gives them, and what became of the
  /// others.
  ///
  /// @param splitSeed decides which buildings are learned from ([Split])
  /// @param years the years whose rows are taken
  /// @throws Problem if a table has no rows; if one with rows of these years lacks a column that
  ///     training needs or has two columns of one meaning that disagree; if such a row has a cell that
  ///     is not what its column holds; or if a building appears twice in a year with two contents
  public static Merged of(List<Table> tables, long splitSeed, IntPredicate years) {
    return of(tables, splitSeed, years, City.SEATTLE);
  }

  /// The rows of some years of all tables of a city, as [#of(List, long, IntPredicate)] gives those of Seattle.
  ///
  /// @throws Problem as there
  public static Merged of(List<Table> tables, long splitSeed, IntPredicate years, City city) {
    MergeTables merge = new MergeTables(years, splitSeed, city);
    List<SortedMap<Integer, Integer>> counts = tables.stream().map(merge::add).toList();
    Table table = new Table(
        "merged table", new Header(Schema.titles(city)), List.copyOf(merge.rows.values()));
    return new Merged(table, counts, merge.leftOut, merge.repeated);
  }

  /// Adds a table's rows, and says how many it has of each year.
  private SortedMap<Integer, Integer> add(Table table) {
    if (table.rows().isEmpty()) {
      throw new Problem(table.place(), "has a header and no rows", "give a table with rows");
    }
    Schema schema = Schema.of(table, city);
    List<Column> missing = schema.missing(Purpose.TRAINING);
    boolean looked = missing.contains(Column.DATA_YEAR); // no row tells its year, so all may be of these
    require(table, looked ? missing : List.of());
    SortedMap<Integer, Integer> counts = new TreeMap<>();
    for (Row raw : table.rows()) {
      List<Problem> refused = new ArrayList<>();
      Row row = schema.canonical(raw, (column, cell, why) -> refused.add(why));
      int year = year(row, refused);
      counts.merge(year, 1, Integer::sum);
      if (!years.test(year)) {
        leftOut.merge(year, 1, Integer::sum);
        continue;
      }
      if (!looked) {
        require(table, missing);
        looked = true;
      }
      if (!refused.isEmpty()) {
        throw refused.getFirst();
      }
      add(row);
    }
    return counts;
  }

  private void require(Table table, List<Column> columns) {
    table.require(columns.stream().map(city::named).toList(), Schema.whose(Purpose.TRAINING, city));
  }

  /// The year of a row, of which a cell may have been refused: the year's own, which then is empty.
  private static int year(Row row, List<Problem> refused) {
    try {
      return Keys.year(row);
    } catch (Problem missing) {
      throw refused.isEmpty() ? missing : refused.getFirst();
    }
  }

  private void add(Row row) {
    RowKey key = Keys.of(row);
    Row split = withSide(row, Split.inTrain(key.building(), splitSeed));
    Row earlier = rows.putIfAbsent(key, split);
    if (earlier != null) {
      requireSame(key, earlier, split);
      repeated.add(new Repeated(key, earlier.start(), split.start()));
      if (line(split) < line(earlier)) {
        rows.put(key, split); // Whichever table is read first, the same row stays.
      }
    }
  }

  private static double line(Row row) {
    return row.number(Column.SOURCE_LINE);
  }

  private static void requireSame(RowKey key, Row earlier, Row row) {
    for (String column : row.header().names()) {
      String before = earlier.raw(column);
      String now = row.raw(column);
      if (!column.equals(Column.SOURCE_LINE) && !before.equals(now)) {
        String id = Column.BUILDING_ID.title();
        throw Keys.twice(key, earlier.place(id), row.place(id), ", with another " + column + ": " + shown(before)
            + " there, " + shown(now) + " here");
      }
    }
  }

  private static String shown(String cell) {
    return cell.isEmpty() ? "nothing" : Cell.shortened(cell);
  }

  private static Row withSide(Row row, boolean inTrain) {
    List<String> cells = new ArrayList<>(row.cells());
    cells.set(cells.size() - 1, Cell.format(inTrain));
    return new Row(row.start(), row.header(), cells);
  }
}
