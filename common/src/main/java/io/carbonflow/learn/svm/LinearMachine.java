// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import module java.base;

/// A linear epsilon-SVR by dual coordinate descent, as in liblinear (Ho and Lin 2012, "Large-scale linear support vector
/// regression", with the loss of libsvm): one coefficient after the other is moved to its best place, in an order drawn
/// again in each pass. A pass costs as much as the features have numbers; rows that rest at a bound or at zero are left
/// out of it (shrinking), and looked at again before the end.
final class LinearMachine {
  private final LinearCoefficients coefficients;
  private final Random random;

  /// The rows, those first that are not left out.
  private final int[] rows;

  private int active;

  /// By how much a coefficient was off at most in the pass before: those that are further inside than that may rest.
  private double limit;

  /// What the solver found.
  ///
  /// @param weights one a feature
  /// @param intercept what is added
  /// @param passes how many there were
  /// @param converged whether the tolerance was reached before the bound on the passes
  record Solution(double[] weights, double intercept, int passes, boolean converged) {}

  private LinearMachine(LinearCoefficients coefficients, int rows, long seed) {
    this.coefficients = coefficients;
    this.rows = IntStream.range(0, rows).toArray();
    random = new Random(seed);
    all();
  }

  /// Minimizes until the rows of a pass violate the optimality conditions, in sum, by less than a part of what those of
  /// the first pass did.
  ///
  /// @param features of each row, at least one row
  /// @param labels one a row
  /// @param costs C of each row, positive
  /// @param epsilon half the width of the tube without loss, not negative
  /// @param tolerance the part
  /// @param bound the most passes; what is found by then is feasible, and is the result
  /// @param seed decides the order of the rows by itself
  /// @throws IllegalArgumentException if a cost or epsilon is out of range
  static Solution solve(float[][] features, double[] labels, double[] costs, double epsilon, double tolerance,
      int bound, long seed) {
    var coefficients = new LinearCoefficients(features, labels, costs, epsilon);
    return new LinearMachine(coefficients, labels.length, seed).solve(tolerance, bound);
  }

  private Solution solve(double tolerance, int bound) {
    double enough = 0;
    for (int pass = 1; pass <= bound; pass++) {
      boolean whole = active == rows.length;
      double violation = pass();
      if (pass == 1) {
        enough = tolerance * violation;
      }
      if (violation <= enough && whole) {
        return solution(pass, true);
      }
      if (violation <= enough) {
        all();
      }
    }
    return solution(bound, false);
  }

  private Solution solution(int passes, boolean converged) {
    return new Solution(coefficients.weights, coefficients.intercept(), passes, converged);
  }

  /// Takes up all rows again.
  private void all() {
    active = rows.length;
    limit = Double.POSITIVE_INFINITY;
  }

  /// Moves the coefficients of all active rows; returns by how much they were off together.
  private double pass() {
    shuffle();
    double sum = 0;
    double largest = 0;
    int kept = 0;
    for (int k = 0; k < active; k++) {
      double violation = coefficients.improve(rows[k], limit);
      if (violation >= 0) {
        swap(k, kept++);
        sum += violation;
        largest = Math.max(largest, violation);
      }
    }
    active = kept;
    limit = largest;
    return sum;
  }

  private void shuffle() {
    for (int i = active - 1; i > 0; i--) {
      swap(i, random.nextInt(i + 1));
    }
  }

  private void swap(int i, int j) {
    int row = rows[i];
    rows[i] = rows[j];
    rows[j] = row;
  }
}
