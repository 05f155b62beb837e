// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.merge;

import module java.base;
import io.carbonflow.base.table.Table;
import io.carbonflow.components.storage.SourceTable;
import io.carbonflow.components.storage.SourceTables;
import io.carbonflow.components.storage.StoreInputs;

/// The tables that a merge was given.
///
/// @param groups the tables of each option that was given, those that name a year first
record GivenTables(List<Group> groups) {

  /// The tables of an option.
  ///
  /// @param year the year that the option names; empty for any
  /// @param read the tables
  record Group(OptionalInt year, SourceTables read) {}

  /// Copies the list.
  GivenTables {
    groups = List.copyOf(groups);
  }

  /// Reads them.
  ///
  /// @throws io.carbonflow.base.fault.Problem if one cannot be read or is not a table, or a folder has none
  static GivenTables read(TableInputs in, StoreInputs at) {
    List<Group> groups = new ArrayList<>();
    named(2015, in.data2015().get(), at).ifPresent(groups::add);
    named(2016, in.data2016().get(), at).ifPresent(groups::add);
    groups.add(new Group(OptionalInt.empty(), at.tables(in.data().get())));
    return new GivenTables(groups);
  }

  private static Optional<Group> named(int year, String place, StoreInputs at) {
    return place.isBlank() ? Optional.empty()
        : Optional.of(new Group(OptionalInt.of(year), at.tables(List.of(place))));
  }

  /// All tables.
  List<SourceTable> tables() {
    return groups.stream().flatMap(group -> group.read.tables().stream()).toList();
  }

  /// All tables' rows.
  List<Table> rows() {
    return tables().stream().map(SourceTable::table).toList();
  }
}
