// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.base.table.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is reported about the names of a year's column that have a fault.
final class NameEvidence {
  /// So many names are reported.
  private static final int MOST = 4;

  private final TableFault fault;
  private final int year;
  private final Column column;
  private final int length;
  private final Map<String, Integer> read = new TreeMap<>();
  private final Map<String, Integer> left = new TreeMap<>();

  /// @param length the length at which the column is cut off; 0 for none
  NameEvidence(TableFault fault, int year, Column column, int length) {
    this.fault = fault;
    this.year = year;
    this.column = column;
    this.length = length;
  }

  /// Adds a row's name.
  void add(String name, NameReading reading) {
    reading.name().ifPresentOrElse(
        meant -> read.merge(Cell.shortened(name) + " is " + Cell.shortened(meant), 1, Integer::sum),
        () -> left.merge(Cell.shortened(name) + (reading.choice().isEmpty() ? " is not one of the city's"
            : " may be " + reading.choice().stream().map(Cell::shortened).collect(Collectors.joining(" or "))), 1,
            Integer::sum));
  }

  /// What is reported about those that are read, and about those that are left.
  List<Repair> repairs() {
    List<Repair> repairs = new ArrayList<>();
    if (!read.isEmpty()) {
      repairs.add(repair(read, length == 0 || fault != TableFault.CUT_TEXT ? ""
          : "no name is longer than " + length + " characters: ", true));
    }
    if (!left.isEmpty()) {
      repairs.add(repair(left, "", false));
    }
    return repairs;
  }

  private Repair repair(Map<String, Integer> names, String start, boolean isRead) {
    String some = names.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST).map(one -> String.format(Locale.ROOT, "%s (%,d)", one.getKey(), one.getValue()))
        .collect(Collectors.joining(", "));
    return new Repair(fault, year, column, names.values().stream().mapToInt(rows -> rows).sum(), start + some
        + (names.size() > MOST ? ", and " + (names.size() - MOST) + " other names" : ""), isRead);
  }
}
