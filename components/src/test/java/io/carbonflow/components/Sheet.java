// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;

/// A table that a test changes.
///
/// @param header the columns' names
/// @param rows the cells of each row
public record Sheet(List<String> header, List<List<String>> rows) {

  /// Reads a table.
  public static Sheet of(Path file) {
    Table table = Csv.read(file);
    List<List<String>> rows = new ArrayList<>();
    table.rows().stream().map(Row::cells).forEach(cells -> rows.add(new ArrayList<>(cells)));
    return new Sheet(new ArrayList<>(table.header().names()), rows);
  }

  /// Writes it.
  ///
  /// @return the file
  public Path to(Path file) {
    Csv.write(file, header, rows);
    return file;
  }

  /// How many rows there are.
  public int size() {
    return rows.size();
  }

  /// A cell.
  public String get(int row, String column) {
    return rows.get(row).get(position(column));
  }

  /// A cell as a number.
  public double number(int row, String column) {
    return Double.parseDouble(get(row, column));
  }

  /// A column as numbers.
  public double[] numbers(String column) {
    int position = position(column);
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(position))).toArray();
  }

  /// Changes a cell.
  public Sheet set(int row, String column, String value) {
    rows.get(row).set(position(column), value);
    return this;
  }

  /// The cells of a column.
  public List<String> column(String column) {
    return IntStream.range(0, size()).mapToObj(row -> get(row, column)).toList();
  }

  /// Adds a column.
  public Sheet add(String column, IntFunction<String> cell) {
    header.add(column);
    IntStream.range(0, size()).forEach(row -> rows.get(row).add(cell.apply(row)));
    return this;
  }

  /// Gives a column another name.
  public Sheet rename(String column, String name) {
    header.set(position(column), name);
    return this;
  }

  /// Removes a column.
  public Sheet drop(String column) {
    int position = position(column);
    rows.forEach(row -> row.remove(position));
    header.remove(position);
    return this;
  }

  /// Keeps the rows for which a column's cell is this.
  public Sheet keep(String column, Predicate<String> wanted) {
    int position = position(column);
    rows.removeIf(row -> !wanted.test(row.get(position)));
    return this;
  }

  private int position(String column) {
    int position = header.indexOf(column);
    if (position < 0) {
      throw new IllegalArgumentException("no column " + column + " in " + header);
    }
    return position;
  }
}
