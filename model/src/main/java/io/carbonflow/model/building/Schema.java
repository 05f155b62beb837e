// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Header;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the columns of one export lie in the one schema of both years. The year does not matter: a
/// column is found by its name in either table, without regard to letter case, spaces and order.
public final class Schema {
  /// The names of the canonical columns, `in_train` last.
  static final List<String> TITLES = Stream.concat(Arrays.stream(Column.values())
      .map(Column::title), Stream.of(Column.SOURCE_LINE, Column.IN_TRAIN)).toList();

  /// All names of columns that are read, as they are compared.
  private static final Set<String> NAMES = Stream.concat(
      Stream.of(Location.COLUMN, Column.SOURCE_LINE, Column.IN_TRAIN),
      Arrays.stream(Column.values()).flatMap(column ->
          Stream.concat(Stream.of(column.title()), column.aliases().stream())))
      .map(Column::key).collect(Collectors.toUnmodifiableSet());

  private final Map<Column, List<String>> sources = new EnumMap<>(Column.class);
  private final Optional<String> location;
  private final Optional<String> sourceLine;
  private final Optional<String> side;
  private final Header header;

  private Schema(Map<String, String> named) {
    for (Column column : Column.values()) {
      List<String> names = new ArrayList<>(column.aliases());
      names.addFirst(column.title());
      sources.put(column, names.stream().map(n -> named.get(Column.key(n)))
          .filter(n -> n != null).toList());
    }
    location = Optional.ofNullable(named.get(Column.key(Location.COLUMN)));
    sourceLine = Optional.ofNullable(named.get(Column.SOURCE_LINE));
    side = Optional.ofNullable(named.get(Column.IN_TRAIN));
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
  /// @throws Problem if one that this purpose needs is missing (all are named), or two columns
  ///     differ in letter case and spaces only
  static Schema of(Table table, Purpose purpose) {
    Schema schema = of(table);
    table.require(schema.missing(purpose).stream().map(Column::named).toList());
    return schema;
  }

  /// Finds the columns of an export, whichever it has.
  ///
  /// @throws Problem if two columns differ in letter case and spaces only
  public static Schema of(Table table) {
    Map<String, String> named = new HashMap<>();
    Place line = table.place().line(1);
    for (String name : table.header().names()) {
      String earlier = named.putIfAbsent(Column.key(name), name);
      if (earlier != null && !name.isEmpty()) {
        throw new Problem(line.column(name), "is the same column as " + earlier,
            "remove or rename one of the two columns");
      }
    }
    return new Schema(named);
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

  /// Whether the export says which rows are learned from.
  public boolean isSplit() {
    return side.isPresent();
  }

  /// The name that a required column has in the export.
  String source(Column column) {
    return sources.get(column).getFirst();
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
    cells.add(Column.IN_TRAIN, Content.FLAG, side.stream().toList());
    return new Row(raw.start(), header, cells.list());
  }

  private List<String> origins() {
    List<String> origins = new ArrayList<>();
    sources.forEach((column, names) ->
        origins.add(names.isEmpty() ? stand(column) : names.getFirst()));
    origins.add(sourceLine.orElse(Column.SOURCE_LINE));
    origins.add(side.orElse(Column.IN_TRAIN));
    return origins;
  }

  /// Where the value of a column comes from that the export does not have.
  private String stand(Column column) {
    return Location.COLUMNS.contains(column) ? location.orElse(column.title()) : column.title();
  }
}
