// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Header;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the columns of one export lie in the one schema of all years. The year does not matter: a
/// column is found by its name in any table, by letters and digits alone and without regard to order.
public final class Schema {
  /// The names of the canonical columns, `in_train` last.
  static final List<String> TITLES = Stream.concat(Arrays.stream(Column.values())
      .map(Column::title), Stream.of(Column.SOURCE_LINE, Column.IN_TRAIN)).toList();

  /// All names of columns that are read, as they are compared.
  private static final Set<String> NAMES = ColumnNames.known();

  /// A table that has more columns of its own is another one.
  private static final int MOST_NAMED = 5;

  private final Map<Column, ColumnNames> sources;
  private final Optional<String> location;
  private final Optional<String> sourceLine;
  private final Optional<String> side;
  private final List<String> unread;
  private final Header header;

  private Schema(List<String> names, Map<String, String> named) {
    sources = ColumnNames.of(named);
    location = Optional.ofNullable(named.get(Column.key(Location.COLUMN)));
    sourceLine = Optional.ofNullable(named.get(Column.key(Column.SOURCE_LINE)));
    side = Optional.ofNullable(named.get(Column.key(Column.IN_TRAIN)));
    Set<String> read = Stream.concat(sources.values().stream().flatMap(source -> source.all().stream()),
        Stream.of(location, sourceLine, side).flatMap(Optional::stream)).collect(Collectors.toSet());
    unread = names.stream().filter(name -> !read.contains(name) && ColumnNames.isNews(name)).toList();
    header = new Header(TITLES, origins());
  }

  /// Takes a cell that is not what its column holds.
  @FunctionalInterface
  public interface RefusedCell {
    /// Takes one.
    ///
    /// @param column the column's name in the one schema
    /// @param raw the cell as it stands in the file
    /// @param why what is wrong with it, and where
    void of(String column, String raw, Problem why);
  }

  /// Finds the columns of an export.
  ///
  /// @throws Problem if one that this purpose needs is missing (all are named), or two columns that
  ///     are read have the same letters and digits in their names
  static Schema of(Table table, Purpose purpose) {
    Schema schema = of(table);
    table.require(schema.missing(purpose).stream().map(Column::named).toList());
    return schema;
  }

  /// Finds the columns of an export, whichever it has.
  ///
  /// @throws Problem if two columns that are read have the same letters and digits in their names
  public static Schema of(Table table) {
    Map<String, String> named = new HashMap<>();
    Place line = table.place().line(1);
    for (String name : table.header().names()) {
      String earlier = named.putIfAbsent(Column.key(name), name);
      if (earlier != null && knows(name)) {
        throw new Problem(line.column(name), "is the same column as " + earlier,
            "remove or rename one of the two columns");
      }
    }
    return new Schema(table.header().names(), named);
  }

  /// The columns that the export lacks and that this purpose needs.
  public List<Column> missing(Purpose purpose) {
    return sources.entrySet().stream()
        .filter(e -> e.getKey().requiredFor(purpose) && e.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Whether nothing in the export tells what a column would.
  boolean lacks(Column column) {
    return sources.get(column).isEmpty() && (location.isEmpty() || !Location.COLUMNS.contains(column));
  }

  /// Whether a column of this name is one that is read.
  static boolean knows(String name) {
    return NAMES.contains(Column.key(name));
  }

  /// The columns that nothing reads, by their names in the export and in its order, without those
  /// that only the table of 2015 has.
  public List<String> unread() {
    return unread;
  }

  /// The same in one line; empty where all columns are read.
  public Optional<String> unreadLine() {
    return unread.isEmpty() ? Optional.empty() : Optional.of("nothing reads "
        + (unread.size() == 1 ? "the column " : "the " + unread.size() + " columns ")
        + unread.stream().limit(MOST_NAMED).map(Printable::shortened).collect(Collectors.joining(", "))
        + (unread.size() > MOST_NAMED ? ", …" : ""));
  }

  /// Whether the export says which rows are learned from.
  public boolean isSplit() {
    return side.isPresent();
  }

  /// The name that a required column has in the export.
  String source(Column column) {
    return sources.get(column).all().getFirst();
  }

  /// The row in the one schema, its cells in one way of writing.
  ///
  /// @throws Problem if a cell is not what its column holds, or two columns of one meaning disagree
  Row canonical(Row raw) {
    return canonical(raw, (column, cell, why) -> {
      throw why;
    });
  }

  /// The row in the one schema. A cell that is not what its column holds is refused, and read as
  /// one that is empty.
  public Row canonical(Row raw, RefusedCell refusal) {
    CanonicalCells cells = new CanonicalCells(raw, refusal);
    sources.forEach((column, names) -> cells.add(column.title(), column.content(), names));
    location.ifPresent(cells::fillFromLocation);
    cells.add(Column.SOURCE_LINE,
        sourceLine.map(raw::id).orElse(Long.toString(raw.start().line())));
    cells.add(Column.IN_TRAIN, Content.FLAG, new ColumnNames(side.stream().toList(), List.of()));
    return new Row(raw.start(), header, cells.list());
  }

  private List<String> origins() {
    List<String> origins = new ArrayList<>();
    sources.forEach((column, names) ->
        origins.add(names.isEmpty() ? stand(column) : names.all().getFirst()));
    origins.add(sourceLine.orElse(Column.SOURCE_LINE));
    origins.add(side.orElse(Column.IN_TRAIN));
    return origins;
  }

  /// Where the value of a column comes from that the export does not have.
  private String stand(Column column) {
    return Location.COLUMNS.contains(column) ? location.orElse(column.title()) : column.title();
  }
}
