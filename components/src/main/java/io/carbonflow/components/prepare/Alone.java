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
public record Alone(String column, long buildings) {
  /// How many columns a line names.
  private static final int NAMED = 3;

  /// Each column's count, the greatest first.
  public static List<Alone> in(Matrix matrix) {
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

  /// Where they are the most, in a line; empty where there are none. `metrics.json` has all columns.
  static Optional<String> line(List<Alone> columns) {
    List<Alone> some = columns.stream().filter(one -> one.buildings() > 0).toList();
    return some.isEmpty() ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
        "training buildings are alone with their value in %d of %d columns, the most in %s; evaluate tells of"
            + " each column in metrics.json", some.size(), columns.size(), some.stream().limit(NAMED)
            .map(one -> String.format(Locale.ROOT, "%s (%,d)", one.column(), one.buildings()))
            .collect(Collectors.joining(", "))));
  }
}
