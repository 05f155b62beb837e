// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.check;

import module java.base;
import io.carbonflow.base.fault.Counted;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Table;
import io.carbonflow.components.city.CityFile;
import io.carbonflow.components.prepare.Factors;
import io.carbonflow.model.building.CleanReport;
import io.carbonflow.model.building.CleanTable;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.Schema;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.Target;
import io.carbonflow.model.factor.YearFactors;

/// What a city's file makes of tables.
///
/// ```java
/// CityCheck check = CityCheck.of(CityFile.locate(Path.of("mytown.yaml")), List.of(Csv.read(Path.of("mytown.csv"))));
/// check.lines().forEach(System.out::println);
/// check.requireUsable();
/// ```
public final class CityCheck {
  private static final CleanTable.Result NOTHING =
      new CleanTable.Result(List.of(), new CleanReport(0, 0, List.of(), List.of()));

  private final CityFile.Located file;
  private final List<Table> tables;
  private final ColumnFinds columns;
  private final GatheredRows rows;
  private final CleanTable.Result clean;

  private CityCheck(CityFile.Located file, List<Table> tables, ColumnFinds columns, GatheredRows rows,
      CleanTable.Result clean) {
    this.file = file;
    this.tables = tables;
    this.columns = columns;
    this.rows = rows;
    this.clean = clean;
  }

  /// Reads tables by a city's file.
  ///
  /// @param tables at least one
  /// @throws Problem if two columns of a table that are read have the same letters and digits in their names
  public static CityCheck of(CityFile.Located file, List<Table> tables) {
    City city = file.city();
    List<Schema> schemas = tables.stream().map(table -> Schema.of(table, city)).toList();
    GatheredRows rows = new GatheredRows(city);
    for (int i = 0; i < tables.size(); i++) {
      rows.take(tables.get(i), schemas.get(i));
    }
    return new CityCheck(file, List.copyOf(tables), ColumnFinds.of(file, tables, schemas), rows,
        rows.merged().map(merged -> CleanTable.look(merged, Set.of(), city)).orElse(NOTHING));
  }

  /// What is found and what is not, for people.
  public List<String> lines() {
    String head = file.city().name() + ", by " + file.place().apply("").source() + ": "
        + Counted.of(tables.size(), "table") + ", " + Counted.of(rows.all(), "row");
    boolean areKnown = Collections.disjoint(columns.needed(), List.of(Column.BUILDING_ID, Column.DATA_YEAR));
    return Stream.of(List.of(Printable.of(head)),
        new ColumnsText(file.city(), tables.size(), columns).lines(),
        areKnown ? new RowsText(file.city(), rows, clean).lines() : List.<String>of())
        .flatMap(List::stream).toList();
  }

  /// The same in numbers and names, for programs.
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("city", file.city().name());
    facts.put("file", file.place().apply("").source());
    facts.put("tables", tables.stream().map(Table::source).toList());
    facts.put("rows", rows.all());
    facts.put("rows_modeled", modeled());
    Map<String, Object> read = new LinkedHashMap<>();
    columns.found().forEach((column, found) -> read.put(column.title(),
        found.stream().map(ColumnFinds.Found::names).flatMap(List::stream).distinct().toList()));
    facts.put("columns", read);
    facts.put("columns_needed", columns.needed().stream().map(Column::title).toList());
    facts.put("columns_unread", columns.unread());
    facts.put("rows_left_out", clean.report().dropped());
    return facts;
  }

  /// How many rows would be modeled.
  public int modeled() {
    return clean.rows().size();
  }

  /// The factors of each year of the rows that would be modeled; empty where there is none.
  static Optional<YearFactors> factors(City city, CleanTable.Result clean) {
    return clean.rows().isEmpty() ? Optional.empty() : Optional.of(Factors.ESTIMATE.of(clean.rows(), city));
  }

  /// Checks that models can be trained on the tables.
  ///
  /// @throws Problem if a column is missing that training needs, a cell cannot be read, a building appears twice in a
  ///     year, or no row would be modeled
  public void requireUsable() {
    Place place = file.place().apply("columns");
    if (!columns.needed().isEmpty()) {
      throw new Problem(place, "no column of the table is " + columns.needed().stream().map(Column::title)
          .collect(Collectors.joining(", nor ")), remedy());
    }
    rows.refused().values().stream().findFirst().ifPresent(refused -> {
      throw new Problem(refused.first() + "; or add it under missing in " + file.place().apply("missing").source()
          + " if it stands for no value", null);
    });
    rows.withoutKey().or(rows::twice).ifPresent(wrong -> {
      throw new Problem(wrong, null);
    });
    if (modeled() == 0) {
      throw new Problem(file.place().apply("rows.modelled"), "no row would be modeled",
          "see which rules leave rows out");
    }
  }

  private String remedy() {
    SequencedSet<Column> needed = columns.needed();
    return "say under columns what the table calls " + (needed.size() == 1 ? "it" : "them") + ", such as "
        + needed.getFirst().title() + ": {name: …}"
        + (Arrays.stream(Fuel.values()).map(Fuel::column).anyMatch(needed::contains)
            ? ", and under fuels which of them there are" : "")
        + (needed.contains(Column.EMISSIONS) ? ", or target: " + Target.SITE_ENERGY.word()
            + " if the city publishes no emissions" : "");
  }
}
