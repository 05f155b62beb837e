// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a column of the schema is called in a table.
///
/// @param same the names of the table that mean it, its own first
/// @param near the names of the table that are read where these have no value
record ColumnNames(List<String> same, List<String> near) {
  /// What comes near a column in meaning. The property type of the EPA is the primary one of the
  /// tables from 2021 on; where a table has both, they differ in how they call dwellings and offices.
  private static final Map<Column, List<String>> NEAR = Map.of(
      Column.PRIMARY_TYPE, List.of("EPAPropertyType", "EPABuildingSubTypeName"),
      Column.LARGEST_USE_AREA, List.of("LargestPropertyUseType_1"),
      Column.SECOND_USE_AREA, List.of("SecondLargestPropertyUse_1"),
      Column.THIRD_USE_AREA, List.of("ThirdLargestPropertyUse_1"));

  /// The portal's API cuts names after 30 letters, and numbers those that are the same then: of
  /// `Second Largest Property Use Type` and `… GFA` it makes `second_largest_property_use` and
  /// `…_use_1`, and of `SecondLargestPropertyUseTypeGFA` beside `…UseType` it makes
  /// `secondlargestpropertyuse`. So the same name is a use in one year and an area in another.
  private static final Map<String, Cut> CUT = Map.of(
      Column.key("SecondLargestPropertyUse"), new Cut(Column.SECOND_USE, Column.SECOND_USE_AREA),
      Column.key("ThirdLargestPropertyUse"), new Cut(Column.THIRD_USE, Column.THIRD_USE_AREA));

  /// Columns that the table of 2015 has and no other year's, which are no news.
  private static final Set<String> DROPPED = Stream.of("OtherFuelUse(kBtu)", "2010 Census Tracts",
      "Seattle Police Department Micro Community Policing Plan Areas", "City Council Districts",
      "SPD Beats", "Zip Codes").map(Column::key).collect(Collectors.toUnmodifiableSet());

  /// What the portal itself adds to a table begins so.
  private static final String OF_THE_PORTAL = ":";

  /// A name that was cut, and what it may have been.
  private record Cut(Column use, Column area) {
    /// What it is of, given the other names; empty where these do not tell.
    private List<Column> of(String key, Set<String> keys) {
      return keys.contains(key + "1") ? List.of(use)
          : keys.contains(Column.key(use.title())) ? List.of(area) : List.of();
    }
  }

  /// Copies the lists.
  ColumnNames {
    same = List.copyOf(same);
    near = List.copyOf(near);
  }

  /// What the columns of the schema are called in a table.
  ///
  /// @param named the names of the table by how they are compared
  static Map<Column, ColumnNames> of(Map<String, String> named) {
    Map<Column, ColumnNames> names = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      List<String> near = new ArrayList<>(NEAR.getOrDefault(column, List.of()));
      CUT.forEach((key, cut) -> {
        if (cut.of(key, named.keySet()).contains(column)) {
          near.add(key);
        }
      });
      names.put(column, new ColumnNames(found(own(column), named), found(near.stream(), named)));
    }
    return names;
  }

  /// All names of columns that may be read, as they are compared.
  static Set<String> known() {
    return Stream.concat(
        Stream.of(Location.COLUMN, Column.SOURCE_LINE, Column.IN_TRAIN).map(Column::key),
        Stream.concat(CUT.keySet().stream(), Arrays.stream(Column.values()).flatMap(column ->
            Stream.concat(own(column), NEAR.getOrDefault(column, List.of()).stream())
                .map(Column::key))))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a column that nothing reads is one to be told of.
  static boolean isNews(String name) {
    return !name.isBlank() && !name.startsWith(OF_THE_PORTAL) && !DROPPED.contains(Column.key(name));
  }

  private static Stream<String> own(Column column) {
    return Stream.concat(Stream.of(column.title()), column.aliases().stream());
  }

  private static List<String> found(Stream<String> names, Map<String, String> named) {
    return names.map(name -> named.get(Column.key(name))).filter(name -> name != null).toList();
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
