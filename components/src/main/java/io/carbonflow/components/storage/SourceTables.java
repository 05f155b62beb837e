// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.storage;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Table;

/// Tables as they were given.
///
/// @param tables the tables, in the order they were given, those of a folder by name
/// @param left what lies in folders that were given and is not a table by its name
public record SourceTables(List<SourceTable> tables, List<String> left) {
  /// How many of those that were left are named.
  private static final int NAMED = 5;

  /// Copies the lists.
  public SourceTables {
    tables = List.copyOf(tables);
    left = List.copyOf(left);
  }

  /// Reads the tables that places stand for.
  ///
  /// @throws io.carbonflow.base.fault.Problem if one cannot be read or is not a table, or a folder has none
  public static SourceTables read(List<String> places, BucketUri bucket, String s3Endpoint) {
    TablePlaces found = TablePlaces.of(places, bucket, s3Endpoint);
    return new SourceTables(
        found.tables().stream().map(uri -> SourceTable.read(uri, s3Endpoint)).toList(), found.left());
  }

  /// The tables on this machine that places stand for; none of a place that is somewhere else, or that
  /// cannot be found.
  public static List<Path> local(List<String> places, BucketUri bucket) {
    return TablePlaces.local(places, bucket);
  }

  /// Checks that places are given.
  ///
  /// @throws Problem if none is
  public static void require(List<String> places, String option) {
    if (places.isEmpty()) {
      throw new Problem(Place.of(option), "no table is given",
          "name tables or a folder with tables, such as " + option + "=2016.csv,2017.csv");
    }
  }

  /// Their names, for messages.
  public String names() {
    return tables.stream().map(table -> table.table().source()).collect(Collectors.joining(", "));
  }

  /// Their rows.
  public List<Table> rows() {
    return tables.stream().map(SourceTable::table).toList();
  }

  /// Tells what was left.
  public void left(Consumer<String> line) {
    if (!left.isEmpty()) {
      line.accept("left, as their names are not those of tables (.csv, .tsv, .csv.gz, .tsv.gz, .zip): "
          + String.join(", ", left.subList(0, Math.min(NAMED, left.size())))
          + (left.size() > NAMED ? " and " + (left.size() - NAMED) + " more" : ""));
    }
  }
}
