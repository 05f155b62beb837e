// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// Rows to learn from.
///
/// @param name what they are called: a search of rows of one name is not taken for one of others
/// @param columns the names of the columns, in order
/// @param values the values, one array a row, as many numbers as there are columns
/// @param labels what is learned of each row
/// @param weights how much each row counts beside the others, positive: a row of weight 2 counts as
///     two rows do
/// @param groups the group of each row; rows of one group are never in different folds
/// @param rowNames what each row is called in messages
/// @param target what the labels stand for
public record Dataset(
    String name,
    List<String> columns,
    double[][] values,
    double[] labels,
    double[] weights,
    List<String> groups,
    List<String> rowNames,
    Target target) {

  /// What was measured, of which labels leave out what is known of each row anyway.
  ///
  /// @param measured the target of each row, in its own unit
  /// @param offsets what leads from each row's label to it
  /// @param transform how they do
  public record Target(double[] measured, double[] offsets, TargetTransform transform) {}

  /// Checks that all parts have the same number of rows, all rows the same number of columns, and
  /// that weights are finite and positive.
  ///
  /// @throws IllegalArgumentException if not
  public Dataset {
    columns = List.copyOf(columns);
    groups = List.copyOf(groups);
    rowNames = List.copyOf(rowNames);
    int rows = values.length;
    int width = columns.size();
    if (labels.length != rows || weights.length != rows || groups.size() != rows
        || rowNames.size() != rows || target.measured().length != rows
        || target.offsets().length != rows
        || !Arrays.stream(values).allMatch(row -> row.length == width)) {
      throw new IllegalArgumentException("parts of the data set " + name + " differ in size");
    }
    for (int i = 0; i < rows; i++) {
      if (!(weights[i] > 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("the weight of " + rowNames.get(i) + " is " + weights[i]);
      }
    }
  }

  /// Weights of rows that all count the same.
  public static double[] equalWeights(int rows) {
    double[] weights = new double[rows];
    Arrays.fill(weights, 1);
    return weights;
  }

  /// Whether any row counts for more or less than one.
  public boolean weighted() {
    return Arrays.stream(weights).anyMatch(weight -> weight != 1);
  }

  /// How many rows there are.
  public int rows() {
    return values.length;
  }

  /// The same rows with other labels.
  public Dataset withLabels(double[] others) {
    return new Dataset(name, columns, values, others, weights, groups, rowNames, target);
  }

  /// The same rows, counting otherwise.
  public Dataset withWeights(double[] others) {
    return new Dataset(name, columns, values, labels, others, groups, rowNames, target);
  }

  /// The rows at these positions, in this order. Arrays of values are shared, not copied.
  public Dataset subset(int[] rows) {
    return new Dataset(
        name,
        columns,
        Arrays.stream(rows).mapToObj(r -> values[r]).toArray(double[][]::new),
        at(rows, labels),
        at(rows, weights),
        Arrays.stream(rows).mapToObj(groups::get).toList(),
        Arrays.stream(rows).mapToObj(rowNames::get).toList(),
        new Target(at(rows, target.measured()), at(rows, target.offsets()), target.transform()));
  }

  private static double[] at(int[] rows, double[] numbers) {
    return Arrays.stream(rows).mapToDouble(r -> numbers[r]).toArray();
  }
}
