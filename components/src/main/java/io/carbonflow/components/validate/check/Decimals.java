// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.base.table.Row;
import io.carbonflow.model.building.Column;

/// By how many decimals a table has its numbers, by year and column: what rounding hides is no fault of a
/// row.
final class Decimals {
  /// The columns whose roundings are compared with each other.
  private static final Set<Column> COLUMNS = EnumSet.of(Column.SITE_ENERGY, Column.ELECTRICITY,
      Column.ELECTRICITY_KWH, Column.GAS, Column.GAS_THERMS, Column.STEAM, Column.EMISSIONS);
  /// More decimals than these round nothing that is looked for.
  private static final int MOST = 6;
  /// The part of the numbers that may have more decimals than the column: single rows of 2016 have
  /// some where all others have none.
  private static final double ODD = 0.02;

  private final Map<Integer, Map<Column, long[]>> years = new TreeMap<>();

  /// Takes a row of the one schema.
  void take(int year, Row row) {
    if (!years.containsKey(year) && years.size() == Tolerances.MOST_YEARS) {
      return;
    }
    Map<Column, long[]> columns = years.computeIfAbsent(year, _ -> new EnumMap<>(Column.class));
    for (Column column : COLUMNS) {
      double number = row.number(column.title());
      if (Double.isFinite(number)) {
        columns.computeIfAbsent(column, _ -> new long[MOST + 1])[decimals(number)]++;
      }
    }
  }

  private static int decimals(double number) {
    return Math.clamp(BigDecimal.valueOf(number).stripTrailingZeros().scale(), 0, MOST);
  }

  /// How many decimals nearly all numbers of a column do with; 6 for more, and where nothing is known.
  int of(int year, Column column) {
    long[] counts = years.getOrDefault(year, Map.of()).getOrDefault(column, new long[0]);
    long left = (long) (ODD * Arrays.stream(counts).sum());
    int most = counts.length - 1;
    while (most > 0 && counts[most] <= left) {
      left -= counts[most--];
    }
    return most < 0 ? MOST : most;
  }
}
