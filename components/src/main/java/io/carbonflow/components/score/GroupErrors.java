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
/// @param bias the mean of predicted − actual in tonnes, of what is predicted for sums
/// @param biasError the standard error of the bias in tonnes, as rows of one building go together;
///     infinite of a single building
public record GroupErrors(
    String group, int rows, double actual, double absolute, double bias, double biasError) {
  private static final String GROUP = "rows of";
  private static final String ACTUAL = "actual";
  private static final String ABSOLUTE = "absolute";
  private static final String BIAS = "bias";

  /// Whether the bias is more than twice its standard error: less is often chance.
  public boolean isBiased() {
    return Math.abs(bias) > 2 * biasError;
  }

  /// The errors for each group, those with the most rows first.
  ///
  /// @param groups the group of each row
  /// @param buildings the building of each row
  /// @param actual the measured tonnes of each row
  /// @param predicted the predicted tonnes of each row
  /// @param means what is predicted of each row for sums, in tonnes
  public static List<GroupErrors> of(List<String> groups, List<String> buildings, double[] actual,
      double[] predicted, double[] means) {
    double[] bias = IntStream.range(0, actual.length)
        .mapToDouble(i -> means[i] - actual[i]).toArray();
    double[] absolute = IntStream.range(0, actual.length)
        .mapToDouble(i -> Math.abs(predicted[i] - actual[i])).toArray();
    Map<String, List<Integer>> places = IntStream.range(0, actual.length).boxed()
        .collect(Collectors.groupingBy(groups::get));
    Table summary = Table.create(
            StringColumn.create(GROUP, groups),
            DoubleColumn.create(ACTUAL, actual),
            DoubleColumn.create(ABSOLUTE, absolute),
            DoubleColumn.create(BIAS, bias))
        .summarize(ACTUAL, ABSOLUTE, BIAS, count, mean)
        .by(GROUP);
    return summary.stream()
        .map(row -> of(row, standardError(places.get(row.getString(GROUP)), buildings, bias)))
        .sorted(Comparator.comparingInt((GroupErrors e) -> -e.rows())
            .thenComparing(GroupErrors::group))
        .toList();
  }

  private static GroupErrors of(Row row, double biasError) {
    return new GroupErrors(
        row.getString(GROUP),
        (int) row.getDouble("Count [" + ACTUAL + "]"),
        row.getDouble("Mean [" + ACTUAL + "]"),
        row.getDouble("Mean [" + ABSOLUTE + "]"),
        row.getDouble("Mean [" + BIAS + "]"),
        biasError);
  }

  /// The standard error of a mean over rows of which those of one building go together.
  ///
  /// @param rows the positions of some rows, at least one
  /// @param buildings the building of every row
  /// @param values what the mean is of, of every row
  /// @return infinite for rows of a single building
  public static double standardError(List<Integer> rows, List<String> buildings, double[] values) {
    double mean = rows.stream().mapToDouble(i -> values[i]).average().orElseThrow();
    Map<String, Double> sums = new TreeMap<>();
    rows.forEach(i -> sums.merge(buildings.get(i), values[i] - mean, Double::sum));
    double squares = sums.values().stream().mapToDouble(sum -> sum * sum).sum();
    int clusters = sums.size();
    return clusters < 2 ? Double.POSITIVE_INFINITY
        : Math.sqrt(squares * clusters / (clusters - 1)) / rows.size();
  }
}
