// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import module java.base;

/// The coefficients β of a linear machine while it is solved, one a row, each in [−C, C] with the C of its row, and the
/// weights that follow from them, `Σ βᵢ xᵢ`. The objective is `½|Σ βᵢ xᵢ|² − yᵀβ + ε·Σ|β|`.
///
/// The intercept is the weight of one more feature, the same for all rows and as large as the others together are in the
/// mean: it is drawn to the mean of the labels as the others are to zero, which is next to nothing beside the losses of
/// many rows.
final class LinearCoefficients {
  final double[] weights;

  private final float[][] features;
  private final double[] labels;
  private final double[] costs;
  private final double epsilon;
  private final double[] beta;

  /// The square of the length of each row, with the feature of the intercept.
  private final double[] squares;

  private final double mean;
  private final double unit;
  private double lift;

  LinearCoefficients(float[][] features, double[] labels, double[] costs, double epsilon) {
    for (double cost : costs) {
      if (!(cost > 0 && epsilon >= 0)) {
        throw new IllegalArgumentException("cost " + cost + " with epsilon " + epsilon);
      }
    }
    this.features = features;
    this.labels = labels;
    this.costs = costs;
    this.epsilon = epsilon;
    mean = Arrays.stream(labels).average().orElseThrow();
    beta = new double[labels.length];
    weights = new double[features[0].length];
    squares = Arrays.stream(features).mapToDouble(LinearCoefficients::square).toArray();
    double average = Arrays.stream(squares).average().orElseThrow();
    unit = average > 0 ? Math.sqrt(average) : 1;
    for (int i = 0; i < squares.length; i++) {
      squares[i] += unit * unit;
    }
  }

  /// What is added to the product of weights and features.
  double intercept() {
    return mean + lift * unit;
  }

  /// Moves the coefficient of a row to where the objective is least.
  ///
  /// @param limit a coefficient at a bound or at zero that would stay there, were the slope another by this much, rests
  /// @return by how much the optimality condition was violated before; −1 for a row that rests
  double improve(int i, double limit) {
    float[] row = features[i];
    double slope = product(row, weights) + lift * unit - (labels[i] - mean);
    double rise = slope + epsilon;
    double fall = slope - epsilon;
    if (rests(i, rise, fall, limit)) {
      return -1;
    }
    double now = beta[i];
    double square = squares[i];
    double best = rise < square * now ? now - rise / square : fall > square * now ? now - fall / square : 0;
    move(i, Math.max(-costs[i], Math.min(costs[i], best)));
    return violation(now, costs[i], rise, fall);
  }

  private boolean rests(int i, double rise, double fall, double limit) {
    double now = beta[i];
    return now == 0 ? rise > limit && fall < -limit
        : now == costs[i] ? rise < -limit
        : now == -costs[i] && fall > limit;
  }

  private static double violation(double now, double cost, double rise, double fall) {
    return now == 0 ? Math.max(0, Math.max(-rise, fall))
        : now == cost ? Math.max(0, rise)
        : now == -cost ? Math.max(0, -fall)
        : Math.abs(now > 0 ? rise : fall);
  }

  private void move(int i, double target) {
    double change = target - beta[i];
    if (change != 0) {
      float[] row = features[i];
      beta[i] = target;
      lift += change * unit;
      for (int j = 0; j < row.length; j++) {
        weights[j] += change * row[j];
      }
    }
  }

  private static double square(float[] row) {
    double sum = 0;
    for (float one : row) {
      sum += (double) one * one;
    }
    return sum;
  }

  /// In four sums side by side, which do not wait for each other.
  private static double product(float[] row, double[] weights) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int j = 0;
    for (; j + 4 <= row.length; j += 4) {
      a += row[j] * weights[j];
      b += row[j + 1] * weights[j + 1];
      c += row[j + 2] * weights[j + 2];
      d += row[j + 3] * weights[j + 3];
    }
    for (; j < row.length; j++) {
      a += row[j] * weights[j];
    }
    return a + b + (c + d);
  }
}
