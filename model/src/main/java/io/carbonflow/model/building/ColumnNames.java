// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityColumn;
import io.carbonflow.model.city.CityTables.Cut;
import io.carbonflow.model.city.Source;
import io.carbonflow.model.city.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a column of the schema is called in a table, and how its cells become the schema's.
///
/// @param same the names of the table that mean it, its own first
/// @param near the names of the table that are read where these have no value
/// @param isSum whether the columns that mean it are added up
/// @param factor what its numbers are multiplied by
record ColumnNames(List<String> same, List<String> near, boolean isSum, double factor) {
  /// Of a column that is not there.
  static final ColumnNames NONE = new ColumnNames(List.of(), List.of());

  /// What the portal itself adds to a table begins so.
  private static final String OF_THE_PORTAL = ":";

  /// Copies the lists.
  ColumnNames {
    same = List.copyOf(same);
    near = List.copyOf(near);
  }

  /// Of columns that are read as they are.
  ColumnNames(List<String> same, List<String> near) {
    this(same, near, false, 1);
  }

  /// What the columns of the schema are called in a table.
  ///
  /// @param named the names of the table by how they are compared
  /// @param merged whether the table has been brought into the one schema, so that its titles and units are those
  static Map<Column, ColumnNames> of(Map<String, String> named, City city, boolean merged) {
    Map<Column, ColumnNames> names = new EnumMap<>(Column.class);
    for (Column column : city.schema()) {
      ColumnNames wanted = merged ? ofMerged(column, city) : wanted(column, city);
      List<String> near = new ArrayList<>(wanted.near);
      city.tables().cut().forEach((name, cut) -> {
        if (of(cut, Column.key(name), named.keySet()).contains(column)) {
          near.add(name);
        }
      });
      names.put(column, new ColumnNames(found(wanted.same, named), found(near, named), wanted.isSum, wanted.factor));
    }
    return names;
  }

  /// What a column is called in the city's tables.
  private static ColumnNames wanted(Column column, City city) {
    return switch (city.column(column).source()) {
      case Source.Named named -> new ColumnNames(city.names(column), named.near(), false,
          named.unit().map(unit -> factor(unit, column)).orElse(1.0));
      case Source.SameAs same -> wanted(same.column(), city);
      case Source.SumOf sum -> new ColumnNames(sum.names(), List.of(), true,
          sum.unit().map(unit -> factor(unit, column)).orElse(1.0));
      case Source.SumOfFuels fuels -> new ColumnNames(city.names(column), List.of(), true, 1);
    };
  }

  /// What it is called in a merged table: its title, and other names that need no more than to be found.
  private static ColumnNames ofMerged(Column column, City city) {
    Stream<String> title = Stream.of(column.title());
    return city.column(column).source() instanceof Source.Named named && named.unit().isEmpty()
        ? new ColumnNames(Stream.concat(title, named.names().stream()).distinct().toList(), named.near())
        : new ColumnNames(title.toList(), List.of());
  }

  private static double factor(Unit unit, Column column) {
    return Unit.of(((Content.Number) column.anywhere()).unit()).map(unit::in).orElseThrow();
  }

  /// What a name is of that was cut off, given the other names; empty where these do not tell.
  private static List<Column> of(Cut cut, String key, Set<String> keys) {
    return keys.contains(key + "1") ? List.of(cut.use())
        : keys.contains(Column.key(cut.use().title())) ? List.of(cut.area()) : List.of();
  }

  /// A service asks for them with each building.
  private static final class OfSeattle {
    static final Set<String> KNOWN = names(City.SEATTLE);

    private OfSeattle() {}
  }

  /// All names of columns that may be read, as they are compared.
  static Set<String> known(City city) {
    return city == City.SEATTLE ? OfSeattle.KNOWN : names(city);
  }

  private static Set<String> names(City city) {
    Stream<String> own = city.schema().stream().flatMap(column -> {
      CityColumn said = city.column(column);
      return Stream.of(Stream.of(column.title()), city.names(column).stream(),
          said.source() instanceof Source.Named named ? named.near().stream() : Stream.<String>of())
          .flatMap(names -> names);
    });
    return Stream.of(Stream.of(Location.COLUMN, Column.SOURCE_LINE, Column.IN_TRAIN),
            city.tables().cut().keySet().stream(), own)
        .flatMap(names -> names).map(Column::key).collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a column that nothing reads is one to be reported.
  static boolean isNews(String name, City city) {
    return !name.isBlank() && !name.startsWith(OF_THE_PORTAL)
        && city.tables().unread().stream().noneMatch(one -> Column.key(one).equals(Column.key(name)));
  }

  private static List<String> found(List<String> names, Map<String, String> named) {
    return names.stream().map(name -> named.get(Column.key(name))).filter(name -> name != null).distinct().toList();
  }

  /// Whether the table has none.
  boolean isEmpty() {
    return same.isEmpty() && near.isEmpty();
  }

  /// All names, what means the column before what comes near it.
  List<String> all() {
    return Stream.concat(same.stream(), near.stream()).toList();
  }
}
