// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

/// Sequential minimal optimization for epsilon-SVR with libsvm's second-order choice of the working
/// pair (Fan, Chen and Lin 2005, "Working set selection using second order information for training
/// support vector machines").
///
/// The two multipliers of a row are folded into one coefficient β in [−C, C], C being the row's, since at most one of
/// them is not zero. The objective `½βᵀKβ − yᵀβ + ε·Σ|β|` with `Σβ = 0` has a kink where β is zero,
/// so a step ends there and the next one goes on with the other slope. There is no shrinking of the
/// problem: on a few thousand rows libsvm takes several times the steps with it.
final class Smo {
  /// The least curvature of a step, for kernels that are not positive definite; libsvm's.
  private static final double LEAST_CURVATURE = 1e-12;

  private final float[][] kernel;
  private final float[] diagonal;
  private final Coefficients coefficients;

  /// `Kβ − y`, the slope of the smooth part.
  private final double[] slope;

  /// The least value among coefficients that may shrink, as [#partner] met it.
  private double lowest;

  /// What the solver found.
  ///
  /// @param coefficients β, one a row, within ±C; many are zero
  /// @param intercept what is added to the sum of kernels
  /// @param iterations how many steps were taken
  /// @param converged whether the tolerance was reached before the bound on the steps
  record Solution(double[] coefficients, double intercept, int iterations, boolean converged) {}

  private Smo(float[][] kernel, double[] labels, Coefficients coefficients) {
    this.kernel = kernel;
    this.coefficients = coefficients;
    slope = new double[labels.length];
    diagonal = new float[labels.length];
    for (int i = 0; i < labels.length; i++) {
      slope[i] = -labels[i];
      diagonal[i] = kernel[i][i];
    }
  }

  /// Minimizes until no pair of rows violates the optimality conditions by more than the tolerance.
  ///
  /// @param kernel the symmetric kernel matrix of the rows
  /// @param labels one a row
  /// @param costs C of each row, positive
  /// @param epsilon half the width of the tube without loss, not negative
  /// @param bound the most steps; what is found by then is feasible, and is the result
  /// @throws IllegalArgumentException if a cost or epsilon is out of range
  static Solution solve(float[][] kernel, double[] labels, double[] costs, double epsilon,
      double tolerance, int bound) {
    var coefficients = new Coefficients(costs, epsilon);
    return new Smo(kernel, labels, coefficients).solve(tolerance, bound);
  }

  private Solution solve(double tolerance, int bound) {
    int steps = 0;
    int up;
    int down;
    while ((up = steepest()) >= 0
        && (down = partner(up)) >= 0
        && rising(up) - lowest >= tolerance) {
      if (steps == bound) {
        return solution(steps, false);
      }
      step(up, down);
      steps++;
    }
    return solution(steps, true);
  }

  private Solution solution(int steps, boolean converged) {
    return new Solution(
        coefficients.beta, coefficients.intercept(slope), steps, converged);
  }

  /// How fast the objective falls as a coefficient grows.
  private double rising(int i) {
    return coefficients.rise[i] - slope[i];
  }

  /// The row whose coefficient lowers the objective fastest by growing; −1 if none may grow.
  private int steepest() {
    double[] rise = coefficients.rise;
    double best = Double.NEGATIVE_INFINITY;
    int index = -1;
    for (int t = 0; t < slope.length; t++) {
      double value = rise[t] - slope[t];
      if (value > best) {
        best = value;
        index = t;
      }
    }
    return index;
  }

  /// The row whose coefficient, shrinking as the other grows, lowers the objective most; −1 if no
  /// row lowers it.
  private int partner(int up) {
    double[] fall = coefficients.fall;
    float[] row = kernel[up];
    double own = diagonal[up];
    double top = rising(up);
    double least = Double.POSITIVE_INFINITY;
    double bestSquare = 0;
    double bestCurvature = 1;
    int index = -1;
    for (int t = 0; t < slope.length; t++) {
      double value = fall[t] - slope[t];
      if (value < least) {
        least = value;
      }
      double gain = top - value;
      if (gain > 0) {
        double curvature = Math.max(own + diagonal[t] - 2.0 * row[t], LEAST_CURVATURE);
        double square = gain * gain;
        // gain²/curvature is compared without dividing
        if (square * bestCurvature > bestSquare * curvature) {
          bestSquare = square;
          bestCurvature = curvature;
          index = t;
        }
      }
    }
    lowest = least;
    return index;
  }

  private void step(int up, int down) {
    float[] grown = kernel[up];
    float[] shrunk = kernel[down];
    double gain = rising(up) - (coefficients.fall[down] - slope[down]);
    double curvature =
        Math.max((double) diagonal[up] + diagonal[down] - 2.0 * grown[down], LEAST_CURVATURE);
    double room = Math.min(coefficients.room(up), coefficients.roomBelow(down));
    double length = Math.min(gain / curvature, room);
    coefficients.grow(up, length);
    coefficients.shrink(down, length);
    for (int t = 0; t < slope.length; t++) {
      slope[t] += length * ((double) grown[t] - shrunk[t]);
    }
  }
}
