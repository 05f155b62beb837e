// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import java.util.List;

/// One column of a matrix: what it holds, less its training mean, over its training deviation.
///
/// @param encoding what the column holds
/// @param mean the mean of the training rows
/// @param deviation the standard deviation of the training rows (over n); 1 where they are all
///     equal
public record Standardized(Encoding encoding, double mean, double deviation) {

  /// Checks that the column can be computed.
  ///
  /// @throws IllegalArgumentException if the mean is not finite or the deviation not positive
  public Standardized {
    if (!Double.isFinite(mean) || !Double.isFinite(deviation) || !(deviation > 0)) {
      throw new IllegalArgumentException("column " + encoding.name() + " has the mean " + mean
          + " and the deviation " + deviation);
    }
  }

  static Standardized fit(Encoding encoding, List<Encoding.Filled> training) {
    double[] values = training.stream().mapToDouble(encoding::of).toArray();
    double sum = 0;
    boolean equal = true;
    for (double value : values) {
      sum += value;
      equal &= value == values[0];
    }
    if (equal) {
      return new Standardized(encoding, values[0], 1);
    }
    double mean = sum / values.length;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Standardized(encoding, mean, Math.sqrt(squares / values.length));
  }

  double of(Encoding.Filled row) {
    return (encoding.of(row) - mean) / deviation;
  }
}
