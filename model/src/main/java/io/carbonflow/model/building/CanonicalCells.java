// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Cell;
import io.carbonflow.base.table.Header;
import io.carbonflow.base.table.Row;
import io.carbonflow.model.city.Target;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The cells of a row on their way into the one schema, each in one way of writing. What cannot be
/// read is refused, and is then as a cell that is empty.
final class CanonicalCells {
  private final Row raw;
  private final Schema.RefusedCell refusal;
  private final Header header;
  private final String[] cells;

  /// @param header the columns of the one schema
  CanonicalCells(Row raw, Header header, Schema.RefusedCell refusal) {
    this.raw = raw;
    this.header = header;
    this.refusal = refusal;
    cells = new String[header.size()];
    Arrays.fill(cells, "");
  }

  /// The row of the cells; one that was not added is empty.
  Row row() {
    return new Row(raw.start(), header, List.of(cells));
  }

  /// Adds a column's cell.
  ///
  /// @param names what the columns of that meaning are called in the file
  void add(String column, Content content, ColumnNames names) {
    try {
      add(column, names.isSum() ? sum(column, names) : cell(column, content, names));
    } catch (Problem why) {
      refuse(column, names.all(), why);
    }
  }

  /// Adds a column's cell if it can be read without a look at how else it may be written.
  ///
  /// @param column where in the row it is
  /// @return false if it takes more than that
  boolean addAsItIs(PlacedColumn column) {
    if (column.from() < 0) {
      return column.from() == PlacedColumn.NOWHERE;
    }
    String cell = raw.cells().get(column.from());
    return switch (column.content()) {
      case Content.Id id -> add(column, Cell.id(cell));
      case Content.Text text -> add(column, Cell.text(cell));
      case Content.Number number -> (cell.isEmpty() || Cell.isShortest(cell)) && add(column, cell);
      case Content.Flag flag -> false;
    };
  }

  private boolean add(PlacedColumn column, String text) {
    cells[column.place()] = text;
    return true;
  }

  /// Adds a text that cannot be wrong.
  void add(String column, String text) {
    cells[header.position(column)] = text;
  }

  private String get(Column column) {
    return cells[header.position(column.title())];
  }

  /// Fills a cell with the sum of other columns' of the schema; one that is empty counts nothing.
  void fillWithSum(Column column, List<Column> parts) {
    double[] known = parts.stream().map(this::get).filter(cell -> !cell.isEmpty())
        .mapToDouble(Cell::parse).toArray();
    double sum = Arrays.stream(known).sum();
    add(column.title(), known.length == 0 || Double.isInfinite(sum) ? "" : Cell.format(sum));
  }

  /// Fills the emissions with the site energy in MMBtu.
  void fillWithEnergy() {
    String site = get(Column.SITE_ENERGY);
    add(Column.EMISSIONS.title(),
        site.isEmpty() ? "" : Cell.format(Cell.parse(site) * Target.MMBTU_PER_KBTU));
  }

  /// Fills cells that are empty from one that holds a whole location.
  void fillFromLocation(String name) {
    try {
      Place place = raw.place(name);
      Location parts = Location.parse(raw.raw(name), place);
      fill(Column.ADDRESS, Cell.text(parts.address()));
      fill(Column.CITY, Cell.text(parts.city()));
      fill(Column.STATE, Cell.text(parts.state()));
      fill(Column.ZIP_CODE, Cell.id(parts.zip()));
      fill(Column.LATITUDE, Cell.format(Cell.number(parts.latitude(), place)));
      fill(Column.LONGITUDE, Cell.format(Cell.number(parts.longitude(), place)));
    } catch (Problem why) {
      refuse(name, List.of(name), why);
    }
  }

  private void fill(Column column, String value) {
    if (get(column).isEmpty()) {
      add(column.title(), value);
    }
  }

  private void refuse(String column, List<String> names, Problem why) {
    refusal.of(column, names.stream().map(raw::raw).filter(cell -> !Cell.isMissing(cell))
        .collect(Collectors.joining(" and ")), why);
  }

  private String sum(String column, ColumnNames names) {
    double sum = Double.NaN;
    for (String name : names.same()) {
      double part = number(column, name, names.factor());
      sum = Double.isNaN(part) ? sum : Double.isNaN(sum) ? part : scaled(sum + part, 1, name);
    }
    return Cell.format(sum);
  }

  private String cell(String column, Content content, ColumnNames names) {
    String value = same(column, content, names);
    for (String near : names.near()) {
      value = value.isEmpty() ? cell(column, content, near, names.factor()) : value;
    }
    return value;
  }

  private String same(String column, Content content, ColumnNames names) {
    String found = "";
    for (String name : names.same()) {
      String value = cell(column, content, name, names.factor());
      if (!found.isEmpty() && !value.isEmpty() && !value.equals(found)) {
        throw new Problem(raw.place(name),
            "is " + Cell.shortened(value) + " where column " + names.same().getFirst() + " has "
                + Cell.shortened(found),
            "keep one of the two columns, they mean the same");
      }
      found = found.isEmpty() ? value : found;
    }
    return found;
  }

  private String cell(String column, Content content, String name, double factor) {
    return switch (content) {
      case Content.Id id -> raw.id(name);
      case Content.Number number when factor == 1 && raw.isShortest(name) -> raw.raw(name);
      case Content.Number number -> Cell.format(number(column, name, factor));
      case Content.Flag flag -> raw.flag(name).map(Cell::format).orElse("");
      case Content.Text text -> raw.text(name);
    };
  }

  /// A number. That a cell may be left empty is no help where it has the year.
  private double number(String column, String name, double factor) {
    try {
      double number = raw.number(name);
      return factor == 1 ? number : scaled(number, factor, name);
    } catch (Problem none) {
      throw column.equals(Column.DATA_YEAR.title())
          ? new Problem(raw.place(name), "\"" + Cell.shortened(raw.text(name)) + "\" is not a year",
              "write it like 2016", none)
          : none;
    }
  }

  /// A number in the schema's unit.
  private double scaled(double number, double factor, String name) {
    double scaled = number * factor;
    if (Double.isInfinite(scaled)) {
      throw new Problem(raw.place(name), "\"" + Cell.shortened(raw.raw(name)) + "\" is too large a number",
          "leave the cell empty where the number is not known");
    }
    return scaled;
  }
}
