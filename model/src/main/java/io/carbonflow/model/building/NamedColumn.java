// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A column that names one of a list, and what its names are.
enum NamedColumn {
  LARGEST_USE(Column.LARGEST_USE, Names.USES),
  SECOND_USE(Column.SECOND_USE, Names.USES),
  THIRD_USE(Column.THIRD_USE, Names.USES),
  USES(Column.USES, Names.USES),
  PRIMARY_TYPE(Column.PRIMARY_TYPE, Names.PRIMARY_TYPES),
  NEIGHBORHOOD(Column.NEIGHBORHOOD, Names.NEIGHBORHOODS),
  BUILDING_TYPE(Column.BUILDING_TYPE, Names.BUILDING_TYPES);

  private static final String SHARED = "SHARED:";

  private final Column column;
  private final Names names;

  NamedColumn(Column column, Names names) {
    this.column = column;
    this.names = names;
  }

  /// The column.
  Column column() {
    return column;
  }

  /// Whether its names are uses.
  boolean isOfUses() {
    return switch (this) {
      case LARGEST_USE, SECOND_USE, THIRD_USE, USES -> true;
      case PRIMARY_TYPE, NEIGHBORHOOD, BUILDING_TYPE -> false;
    };
  }

  /// The names in a cell, each as models know it where they know it in another way of writing already.
  List<String> in(String cell) {
    return cell.isEmpty() ? List.of() : switch (this) {
      case USES -> Use.split(cell);
      case PRIMARY_TYPE -> List.of(Building.primaryType(cell));
      case NEIGHBORHOOD -> List.of(Building.neighborhood(cell).replace("&AMP;", "&"));
      case LARGEST_USE, SECOND_USE, THIRD_USE, BUILDING_TYPE -> List.of(cell);
    };
  }

  /// Whether a name is read as it is. A property type of EPA is no fault of the name.
  boolean knows(String name) {
    return names.knows(name) || this == PRIMARY_TYPE && Names.USES.knows(name);
  }

  /// The known name of the same letters and digits.
  Optional<String> same(String name) {
    return names.same(name).or(() -> this == PRIMARY_TYPE ? Names.USES.same(name) : Optional.empty());
  }

  /// The known names that begin so.
  ///
  /// @param others names that the table has elsewhere
  List<String> begunBy(String text, Set<String> others) {
    return switch (this) {
      case LARGEST_USE, SECOND_USE, THIRD_USE, USES -> names.begunBy(text, others);
      case PRIMARY_TYPE -> Stream.concat(names.begunBy(text, Set.of()).stream(),
          Names.USES.begunBy(text, Set.of()).stream()).map(Building::primaryType).distinct().toList();
      case NEIGHBORHOOD, BUILDING_TYPE -> names.begunBy(text, Set.of());
    };
  }

  /// The neighborhoods that a name such as `SHARED: CENTRAL & EAST` has in it.
  static List<String> shared(String text) {
    return !text.startsWith(SHARED) ? List.of()
        : Arrays.stream(text.substring(SHARED.length()).split("&")).map(part -> Building.neighborhood(part.strip()))
            .filter(Names.NEIGHBORHOODS::knows).collect(Collectors.toCollection(TreeSet::new))
            .stream().toList();
  }
}
