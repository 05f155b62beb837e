// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.score;

import static tech.tablesaw.aggregate.AggregateFunctions.count;
import static tech.tablesaw.aggregate.AggregateFunctions.mean;

import module java.base;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// How far a model is off for one group of buildings, such as those of a property type.
///
/// @param group what they have in common
/// @param rows how many rows are of it
/// @param actual their mean emissions in tonnes
/// @param absolute the mean absolute error in tonnes
/// @param bias the mean of predicted − actual in tonnes
public record GroupErrors(String group, int rows, double actual, double absolute, double bias) {
  private static final String GROUP = "rows of";
  private static final String ACTUAL = "actual";
  private static final String ABSOLUTE = "absolute";
  private static final String BIAS = "bias";

  /// The errors for each group, those with the most rows first.
  ///
  /// @param groups the group of each row
  /// @param actual the measured tonnes of each row
  /// @param predicted the predicted tonnes of each row
  public static List<GroupErrors> of(List<String> groups, double[] actual, double[] predicted) {
    double[] bias = IntStream.range(0, actual.length)
        .mapToDouble(i -> predicted[i] - actual[i]).toArray();
    double[] absolute = IntStream.range(0, actual.length)
        .mapToDouble(i -> Math.abs(bias[i])).toArray();
    Table summary = Table.create(
            StringColumn.create(GROUP, groups),
            DoubleColumn.create(ACTUAL, actual),
            DoubleColumn.create(ABSOLUTE, absolute),
            DoubleColumn.create(BIAS, bias))
        .summarize(ACTUAL, ABSOLUTE, BIAS, count, mean)
        .by(GROUP);
    return summary.stream()
        .map(GroupErrors::of)
        .sorted(Comparator.comparingInt((GroupErrors e) -> -e.rows())
            .thenComparing(GroupErrors::group))
        .toList();
  }

  private static GroupErrors of(Row row) {
    return new GroupErrors(
        row.getString(GROUP),
        (int) row.getDouble("Count [" + ACTUAL + "]"),
        row.getDouble("Mean [" + ACTUAL + "]"),
        row.getDouble("Mean [" + ABSOLUTE + "]"),
        row.getDouble("Mean [" + BIAS + "]"));
  }
}
