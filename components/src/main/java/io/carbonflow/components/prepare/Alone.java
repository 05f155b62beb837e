// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.prepare;

import module java.base;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.RowKey;

/// How many buildings no other one shares its value with, in a column: by such a value a tree may
/// remember them.
///
/// @param column the column
/// @param buildings how many buildings have such a value in a year at least
record Alone(String column, long buildings) {

  /// Each column's count, the greatest first.
  static List<Alone> in(Matrix matrix) {
    return IntStream.range(0, matrix.columns().size())
        .mapToObj(column -> new Alone(matrix.columns().get(column), count(matrix, column)))
        .sorted(Comparator.comparingLong(Alone::buildings).reversed()).toList();
  }

  private static long count(Matrix matrix, int column) {
    Map<Double, Set<String>> buildings = new HashMap<>();
    for (int row = 0; row < matrix.rows(); row++) {
      RowKey key = matrix.keys().get(row);
      buildings.computeIfAbsent(matrix.values()[row][column], _ -> new HashSet<>()).add(key.building());
    }
    return buildings.values().stream().filter(some -> some.size() == 1).flatMap(Set::stream).distinct().count();
  }

  /// The counts in a line, without columns in which no building is alone; empty where there are none.
  static Optional<String> line(List<Alone> columns) {
    List<Alone> some = columns.stream().filter(one -> one.buildings() > 0).toList();
    return some.isEmpty() ? Optional.empty() : Optional.of("training buildings that are alone with their value: "
        + some.stream().map(one -> String.format(Locale.ROOT, "%s %,d", one.column(), one.buildings()))
            .collect(Collectors.joining(", "))
        + (some.size() < columns.size() ? "; none in " + (columns.size() - some.size()) + " others" : ""));
  }
}
