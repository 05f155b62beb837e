// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.interval;

/// How far out-of-fold predictions of some training rows were off, each in units of what was to be
/// expected of its row.
///
/// @param scores ascending, none negative
/// @param weights for each score the share that its row has in its group of rows, such as those of
///     one building: one over their number where all count the same; the sum is the number of groups
public record NonconformityScores(double[] scores, double[] weights) {
  /// What sums of weights may be off by.
  private static final double ROUNDING = 1e-9;

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if there are none, they differ in number, scores are not
  ///     ascending from 0, or a weight is not in (0, 1]
  public NonconformityScores {
    if (scores.length == 0 || scores.length != weights.length) {
      throw new IllegalArgumentException(
          scores.length + " residuals with " + weights.length + " weights");
    }
    double before = 0;
    for (int i = 0; i < scores.length; i++) {
      if (!(scores[i] >= before && Double.isFinite(scores[i]) && weights[i] > 0
          && weights[i] <= 1)) {
        throw new IllegalArgumentException(
            "residual " + i + " is " + scores[i] + " with weight " + weights[i]);
      }
      before = scores[i];
    }
  }

  /// The highest level at which a quantile is known: `n / (n + 1)` of n groups.
  double highestLevel() {
    double groups = groups();
    return groups / (groups + 1);
  }

  /// The least score up to which there are `level · (n + 1)` of n groups: the quantile that
  /// makes a new group's score lie at or below it with at least this probability, whatever the
  /// distribution (Lee, Barber and Willett 2023, arXiv:2306.06342, where the rows of a group share
  /// one weight).
  ///
  /// @throws IllegalArgumentException if the level is above [#highestLevel]
  double quantile(double level) {
    double wanted = level * (groups() + 1) - ROUNDING;
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += weights[i];
      if (sum >= wanted) {
        return scores[i];
      }
    }
    throw new IllegalArgumentException(
        "level " + level + " is above " + highestLevel() + ", the highest that is known");
  }

  private double groups() {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }
}
