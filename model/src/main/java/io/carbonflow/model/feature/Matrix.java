// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.feature;

import java.util.Arrays;
import java.util.List;

/// Prepared rows: what a model is fitted to or scored on.
///
/// @param features what is known of the rows' buildings
/// @param columns the names of the features, in order
/// @param keys the rows' buildings and years
/// @param values the features, one array a row, as many numbers as there are columns
/// @param label what is learned ([FeatureSet#label(double, double, double)]); NaN where it is not known
/// @param offset what leads from a label to tonnes ([FeatureSet#offset])
/// @param tonnes measured emissions in tonnes; NaN where they are not known
public record Matrix(
    FeatureSet features,
    List<String> columns,
    List<RowKey> keys,
    double[][] values,
    double[] label,
    double[] offset,
    double[] tonnes) {

  /// Checks that all parts have the same number of rows and all rows the same number of columns.
  public Matrix {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
    int rows = keys.size();
    if (values.length != rows || label.length != rows || offset.length != rows
        || tonnes.length != rows) {
      throw new IllegalArgumentException("parts of a matrix differ in their number of rows");
    }
    for (double[] row : values) {
      if (row.length != columns.size()) {
        throw new IllegalArgumentException(
            "a row has " + row.length + " values for " + columns.size() + " columns");
      }
    }
  }

  /// How many rows there are.
  public int rows() {
    return keys.size();
  }

  /// The rows at these positions, in this order. Feature arrays are shared, not copied.
  public Matrix subset(int[] rows) {
    return new Matrix(
        features,
        columns,
        Arrays.stream(rows).mapToObj(keys::get).toList(),
        Arrays.stream(rows).mapToObj(r -> values[r]).toArray(double[][]::new),
        Arrays.stream(rows).mapToDouble(r -> label[r]).toArray(),
        Arrays.stream(rows).mapToDouble(r -> offset[r]).toArray(),
        Arrays.stream(rows).mapToDouble(r -> tonnes[r]).toArray());
  }

  /// How far two rows of as many columns are from one another: the Euclidean distance.
  public static double distance(double[] a, double[] b) {
    double squares = 0;
    for (int c = 0; c < a.length; c++) {
      squares += (a[c] - b[c]) * (a[c] - b[c]);
    }
    return Math.sqrt(squares);
  }
}
