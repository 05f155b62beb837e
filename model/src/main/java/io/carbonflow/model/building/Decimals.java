// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many decimals the numbers of each column and year are published with.
final class Decimals {
  /// Doubles have no more.
  private static final int MOST = 17;
  /// The part of a column's numbers that may have more decimals than it is said to have: in 2016 there are 14
  /// of 3,367 among whole numbers of kBtu.
  private static final double SLIPS = 0.01;

  private static final List<Column> NUMBERS = Arrays.stream(Column.values())
      .filter(column -> column.anywhere() instanceof Content.Number).toList();

  /// By year and column, how many numbers have so many decimals.
  private final Map<Integer, int[][]> counts = new HashMap<>();

  /// Takes a row of the one schema.
  void take(int year, ChangedRow row) {
    int[][] columns = counts.computeIfAbsent(year, first -> none());
    for (Column column : NUMBERS) {
      String text = row.text(column);
      if (!text.isEmpty()) {
        columns[column.ordinal()][decimals(text)]++;
      }
    }
  }

  private static int[][] none() {
    return new int[Column.values().length][MOST + 1];
  }

  /// The one schema writes a number in its shortest form.
  private static int decimals(String text) {
    int point = text.indexOf('.');
    return point < 0 || text.indexOf('E') >= 0 ? 0 : Math.min(MOST, text.length() - point - 1);
  }

  /// The least number of decimals that nearly all numbers of a column have at most; 0 where there is none.
  int of(int year, Column column) {
    int[] some = counts.getOrDefault(year, none())[column.ordinal()];
    long more = 0;
    for (int count : some) {
      more += count;
    }
    double slips = SLIPS * more;
    int decimals = 0;
    for (more -= some[0]; more > slips; more -= some[decimals]) {
      decimals++;
    }
    return decimals;
  }
}
