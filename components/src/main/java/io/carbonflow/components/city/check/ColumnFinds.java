// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.check;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.table.NearName;
import io.carbonflow.components.city.CityFile;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.MissingColumn;
import io.carbonflow.model.building.Purpose;
import io.carbonflow.model.building.Schema;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityColumn;
import io.carbonflow.model.city.Source;
import io.carbonflow.model.feature.FeatureSet;

/// Which columns of the one schema tables have, by a city's file.
///
/// @param found what each column is read from that a table has
/// @param absent what the file names, and no table has
/// @param unread columns of tables that nothing reads
/// @param lacking columns that features are made of, and no table has
/// @param needed columns that a training cannot do without, and a table lacks
record ColumnFinds(SortedMap<Column, List<Found>> found, List<Absent> absent, List<String> unread,
    List<MissingColumn> lacking, SequencedSet<Column> needed) {

  /// The names that a column is read from in some tables.
  ///
  /// @param names none for what is in a column of whole locations
  /// @param tables in how many tables it is
  record Found(List<String> names, int tables) {}

  /// A name of the file's that no table has.
  ///
  /// @param similar a column of a table that nothing reads and whose name is near
  record Absent(Place place, Column column, String name, Optional<String> similar) {}

  /// Looks for columns.
  ///
  /// @param schemas how the columns of each table lie in the one schema
  static ColumnFinds of(CityFile.Located file, List<Table> tables, List<Schema> schemas) {
    List<String> unread = schemas.stream().flatMap(schema -> schema.unread().stream()).distinct().toList();
    SortedMap<Column, List<Found>> found = new TreeMap<>();
    for (Column column : file.city().schema()) {
      Map<List<String>, Integer> names = new LinkedHashMap<>();
      schemas.stream().filter(schema -> !schema.lacks(column))
          .forEach(schema -> names.merge(schema.names(column), 1, Integer::sum));
      if (!names.isEmpty()) {
        found.put(column, names.entrySet().stream().map(one -> new Found(one.getKey(), one.getValue())).toList());
      }
    }
    return new ColumnFinds(found, absent(file, tables, unread), unread, lacking(file.city(), tables),
        schemas.stream().flatMap(schema -> schema.missing(Purpose.TRAINING).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static List<Absent> absent(CityFile.Located file, List<Table> tables, List<String> unread) {
    Set<String> keys = tables.stream().flatMap(table -> table.header().names().stream()).map(NearName::key)
        .collect(Collectors.toSet());
    List<Absent> absent = new ArrayList<>();
    file.city().columns().forEach((column, said) -> {
      List<String> names = named(said);
      List<String> missing = names.stream().filter(name -> !keys.contains(NearName.key(name))).toList();
      boolean isAny = said.source() instanceof Source.Named && missing.size() < names.size();
      for (String name : isAny ? List.<String>of() : missing) {
        absent.add(new Absent(file.place().apply(path(column, said, names, name)), column, name,
            NearName.of(name, unread)));
      }
    });
    absent.sort(Comparator.comparingLong(one -> one.place().line()));
    return absent;
  }

  private static List<String> named(CityColumn said) {
    return switch (said.source()) {
      case Source.Named named -> named.names();
      case Source.SumOf sum -> sum.names();
      case Source.SameAs _, Source.SumOfFuels _ -> List.of();
    };
  }

  private static String path(Column column, CityColumn said, List<String> names, String name) {
    return "columns." + column.title() + (said.source() instanceof Source.SumOf ? ".sum of" : ".name") + "["
        + names.indexOf(name) + "]";
  }

  private static List<MissingColumn> lacking(City city, List<Table> tables) {
    List<List<MissingColumn>> each =
        tables.stream().map(table -> MissingColumn.all(table, FeatureSet.METERED, city)).toList();
    Set<String> otherFuels = Arrays.stream(Fuel.values()).filter(fuel -> !city.fuels().contains(fuel))
        .map(fuel -> fuel.column().title()).collect(Collectors.toSet());
    return each.getFirst().stream().filter(one -> !otherFuels.contains(one.name()) && each.stream().allMatch(missing ->
        missing.stream().anyMatch(other -> other.name().equals(one.name())))).toList();
  }
}
