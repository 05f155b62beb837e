// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import module java.base;

/// The coefficients β of a machine while it is solved, each in [−C, C] with the C of its row, and what
/// it costs to move them: the loss `ε·|β|` falls or rises by ε, and where a coefficient may not move, by infinity.
final class Coefficients {
  final double[] beta;

  /// What is lost by growing, with a minus: minus infinity where a coefficient may not grow.
  final double[] rise;

  /// What is gained by shrinking, with a minus: infinity where a coefficient may not shrink.
  final double[] fall;

  /// C of each row.
  private final double[] costs;

  private final double epsilon;

  Coefficients(double[] costs, double epsilon) {
    for (double cost : costs) {
      if (!(cost > 0 && epsilon >= 0)) {
        throw new IllegalArgumentException("cost " + cost + " with epsilon " + epsilon);
      }
    }
    int rows = costs.length;
    this.costs = costs;
    this.epsilon = epsilon;
    beta = new double[rows];
    rise = new double[rows];
    fall = new double[rows];
    Arrays.fill(rise, -epsilon);
    Arrays.fill(fall, epsilon);
  }

  /// How far a coefficient may grow before it meets zero or C.
  double room(int i) {
    return beta[i] < 0 ? -beta[i] : costs[i] - beta[i];
  }

  /// How far a coefficient may shrink before it meets zero or −C.
  double roomBelow(int i) {
    return beta[i] > 0 ? beta[i] : beta[i] + costs[i];
  }

  /// Grows a coefficient, to the very bound if there is just room for it.
  void grow(int i, double length) {
    double bound = beta[i] < 0 ? 0 : costs[i];
    place(i, length == room(i) ? bound : beta[i] + length);
  }

  /// Shrinks a coefficient, to the very bound if there is just room for it.
  void shrink(int i, double length) {
    double bound = beta[i] > 0 ? 0 : -costs[i];
    place(i, length == roomBelow(i) ? bound : beta[i] - length);
  }

  private void place(int i, double value) {
    beta[i] = value;
    rise[i] = value == costs[i] ? Double.NEGATIVE_INFINITY : value < 0 ? epsilon : -epsilon;
    fall[i] = value == -costs[i] ? Double.POSITIVE_INFINITY : value > 0 ? -epsilon : epsilon;
  }

  /// What is added to the sum of kernels: the mean over the rows on the edge of the tube or, where
  /// there are none, the middle of what is possible.
  ///
  /// @param slope of the smooth part of the objective, by row
  double intercept(double[] slope) {
    double sum = 0;
    int free = 0;
    double above = Double.NEGATIVE_INFINITY;
    double below = Double.POSITIVE_INFINITY;
    for (int i = 0; i < beta.length; i++) {
      if (beta[i] != 0 && Math.abs(beta[i]) != costs[i]) {
        sum += rise[i] - slope[i];
        free++;
      }
      above = Math.max(above, rise[i] - slope[i]);
      below = Math.min(below, fall[i] - slope[i]);
    }
    return free > 0 ? sum / free : (above + below) / 2;
  }
}
