// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Content;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A city: how its tables are read into the one schema, which rows are modeled, and what is known of its names,
/// its limits and its place.
///
/// ```java
/// Schema schema = Schema.of(Csv.read(Path.of("2016.csv")), City.SEATTLE);
/// ```
///
/// @param name what it is called
/// @param subject which rows are modeled
/// @param columns what is said of columns; [CityColumn#PLAIN] holds for those that are not there
/// @param tables what is particular in how its tables are written
/// @param names the names that its tables have
/// @param place where it is
/// @param energy the fuels that its buildings use
/// @param target what is predicted
public record City(String name, Subject subject, Map<Column, CityColumn> columns, CityTables tables, CityNames names,
    CityPlace place, CityFuels energy, Target target) {
  private static final List<Column> DEGREES = List.of(Column.LATITUDE, Column.LONGITUDE);

  /// Seattle, whose titles of 2016 are the schema's.
  public static final City SEATTLE = CityJson.seattle();

  /// Copies the map, and checks that all holds together.
  ///
  /// @throws IllegalArgumentException if it does not
  public City {
    Texts.name(name);
    EnumMap<Column, CityColumn> copy = new EnumMap<>(Column.class);
    copy.putAll(columns);
    columns = Collections.unmodifiableMap(copy);
    columns.forEach((column, said) -> check(column, said, copy));
  }

  /// Checks what is said of a column.
  ///
  /// @param all what is said of all
  /// @throws IllegalArgumentException if it cannot be
  static void check(Column column, CityColumn said, Map<Column, CityColumn> all) {
    said.in(column.anywhere());
    if (DEGREES.contains(column) && !said.bounds().equals(Bounds.NONE)) {
      throw new IllegalArgumentException("degrees have their limits in place");
    }
    switch (said.source()) {
      case Source.Named named -> named.unit().ifPresent(unit -> unit.in(unit(column)));
      case Source.SumOf sum -> sum.unit().orElse(unit(column)).in(unit(column));
      case Source.SumOfFuels fuels -> Unit.KBTU.in(unit(column));
      case Source.SameAs same -> checkSame(column, same.column(), all);
    }
  }

  private static void checkSame(Column column, Column other, Map<Column, CityColumn> all) {
    if (!(all.getOrDefault(other, CityColumn.PLAIN).source() instanceof Source.Named)) {
      throw new IllegalArgumentException(other.title() + " has no cells of a table itself");
    }
    boolean alike = column.anywhere() instanceof Content.Number number
        ? other.anywhere() instanceof Content.Number others && others.unit().equals(number.unit())
        : column.anywhere().getClass() == other.anywhere().getClass();
    if (!alike) {
      throw new IllegalArgumentException(other.title() + " holds something else");
    }
  }

  /// The unit of a column of the schema.
  ///
  /// @throws IllegalArgumentException if its numbers cannot be told in another one
  static Unit unit(Column column) {
    return Unit.of(column.anywhere() instanceof Content.Number number ? number.unit() : "")
        .orElseThrow(() -> new IllegalArgumentException("its values have no unit that could be another one"));
  }

  /// The columns of the schema that its rows have, in order.
  public List<Column> schema() {
    return Arrays.stream(Column.values()).filter(column -> !Fuel.isOnlyWhereNamed(column)
        || fuels().stream().anyMatch(fuel -> fuel.column() == column)).toList();
  }

  /// The fuels that its buildings use.
  public List<Fuel> fuels() {
    return energy.fuels();
  }

  /// The factors that features are made of; empty where they are those of the first year that is learned from.
  public Optional<FuelFactors> reference() {
    return energy.reference();
  }

  /// Whether energy of a fuel has to be in a table that is modeled with meters: not of a fuel that the city does not
  /// have, nor where whatever fuels there are add up to the site energy.
  public boolean requires(Column fuel) {
    Source site = column(Column.SITE_ENERGY).source();
    return !(site instanceof Source.SumOf || site instanceof Source.SumOfFuels)
        && fuels().stream().anyMatch(one -> one.column() == fuel);
  }

  /// What is said of a column.
  public CityColumn column(Column column) {
    return columns.getOrDefault(column, CityColumn.PLAIN);
  }

  /// What the cells of a column hold.
  public Content content(Column column) {
    CityColumn said = column(column);
    Bounds degrees = column == Column.LATITUDE ? place.latitude()
        : column == Column.LONGITUDE ? place.longitude() : said.bounds();
    return new CityColumn(said.source(), degrees, said.forms(), said.words(), "").in(column.anywhere());
  }

  /// The names that a column has in the city's tables, the usual one first: the schema's title where nothing else
  /// is said, those of the other column where it is the same as one, and those that are added up.
  public List<String> names(Column column) {
    return switch (column(column).source()) {
      case Source.Named named -> named.names().isEmpty() ? List.of(column.title()) : named.names();
      case Source.SameAs same -> names(same.column());
      case Source.SumOf sum -> sum.names();
      case Source.SumOfFuels fuels -> fuels().stream().flatMap(fuel -> names(fuel.column()).stream()).toList();
    };
  }

  /// What a column is called where its values are told: the city's usual name for it where a table has these values,
  /// the schema's title where they are converted or added up, and stand in no table.
  public String title(Column column) {
    return switch (column(column).source()) {
      case Source.Named named -> named.unit().isPresent() && named.unit().get().in(unit(column)) != 1 ? column.title()
          : names(column).getFirst();
      case Source.SameAs same -> title(same.column());
      case Source.SumOf sum -> column.title();
      case Source.SumOfFuels fuels -> column.title();
    };
  }

  /// Whether something is said of a column, so that the city's tables have it. Of another one that is empty in all rows
  /// nobody knows more than that the city may lack it.
  public boolean has(Column column) {
    return columns.containsKey(column);
  }

  /// Whether a column holds what another one does, so that what is said of that one need not be said twice.
  public boolean isSame(Column column) {
    return column(column).source() instanceof Source.SameAs;
  }

  /// The names in words: `PropertyName or BuildingName`.
  public String named(Column column) {
    return String.join(column(column).source() instanceof Source.SumOf ? " and " : " or ", names(column));
  }
}
