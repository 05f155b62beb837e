package io.carbonflow.learn.svm;

/// Sequential minimal optimization for epsilon-SVR with libsvm's second-order choice of the working
/// pair (Fan, Chen and Lin 2005, "Working set selection using second order information for training
/// support vector machines").
///
/// The two multipliers of a row are folded into one coefficient β in [−C, C], since at most one of
/// them is not zero. The objective `½βᵀKβ − yᵀβ + ε·Σ|β|` with `Σβ = 0` has a kink where β is zero,
/// so a step ends there and the next one goes on with the other slope.
final class Smo {
  /// The least curvature of a step, for kernels that are not positive definite.
  private static final float LEAST_CURVATURE = 1e-12f;

  private final float[][] kernel;
  private final double cost;
  private final double epsilon;
  private final double[] beta;

  /// `Kβ − y`, the slope of the smooth part.
  private final double[] slope;

  /// What a coefficient's value loses by growing: minus infinity where it may not.
  private final double[] rise;

  /// What a coefficient's value gains by shrinking: infinity where it may not.
  private final double[] fall;

  private final float[] diagonal;

  /// What the solver found.
  ///
  /// @param coefficients β, one a row, within ±C; many are zero
  /// @param intercept what is added to the sum of kernels
  /// @param iterations how many steps were taken
  /// @param converged whether the tolerance was reached before the bound on the steps
  record Solution(double[] coefficients, double intercept, int iterations, boolean converged) {}

  private Smo(float[][] kernel, double[] labels, double cost, double epsilon) {
    this.kernel = kernel;
    this.cost = cost;
    this.epsilon = epsilon;
    int n = labels.length;
    beta = new double[n];
    slope = new double[n];
    rise = new double[n];
    fall = new double[n];
    diagonal = new float[n];
    for (int i = 0; i < n; i++) {
      slope[i] = -labels[i];
      diagonal[i] = kernel[i][i];
      place(i, 0);
    }
  }

  /// Minimizes until no pair of rows violates the optimality conditions by more than the tolerance.
  ///
  /// @param kernel the symmetric kernel matrix of the rows
  /// @param labels one a row
  /// @param cost C, positive
  /// @param epsilon half the width of the tube without loss, not negative
  /// @param bound the most steps; what is found by then is feasible, and is the result
  /// @throws IllegalArgumentException if the cost or epsilon is out of range
  static Solution solve(float[][] kernel, double[] labels, double cost, double epsilon,
      double tolerance, int bound) {
    if (!(cost > 0) || !(epsilon >= 0)) {
      throw new IllegalArgumentException("cost " + cost + " with epsilon " + epsilon);
    }
    return new Smo(kernel, labels, cost, epsilon).solve(tolerance, bound);
  }

  private Solution solve(double tolerance, int bound) {
    int steps = 0;
    while (true) {
      int up = steepest();
      if (up < 0) {
        return solution(steps, true);
      }
      double top = rise[up] - slope[up];
      int down = partner(up, top);
      if (down < 0 || top - lowest < tolerance) {
        return solution(steps, true);
      }
      if (steps == bound) {
        return solution(steps, false);
      }
      step(up, down, top - (fall[down] - slope[down]));
      steps++;
    }
  }

  /// The least value of a coefficient that may shrink, as [#partner] met it.
  private double lowest;

  /// The row whose coefficient gains most by growing.
  private int steepest() {
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

  /// The row whose coefficient, shrinking as the other grows, lowers the objective most.
  private int partner(int up, double top) {
    float[] row = kernel[up];
    double own = diagonal[up];
    double least = Double.POSITIVE_INFINITY;
    double bestSquare = 0;
    double bestCurvature = 1;
    int index = -1;
    for (int t = 0; t < slope.length; t++) {
      double value = fall[t] - slope[t];
      least = Math.min(least, value);
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

  private void step(int up, int down, double gain) {
    float[] grown = kernel[up];
    float[] shrunk = kernel[down];
    double curvature =
        Math.max((double) diagonal[up] + diagonal[down] - 2.0 * grown[down], LEAST_CURVATURE);
    double roomUp = beta[up] < 0 ? -beta[up] : cost - beta[up];
    double roomDown = beta[down] > 0 ? beta[down] : beta[down] + cost;
    double length = Math.min(gain / curvature, Math.min(roomUp, roomDown));
    place(up, length == roomUp ? (beta[up] < 0 ? 0 : cost) : beta[up] + length);
    place(down, length == roomDown ? (beta[down] > 0 ? 0 : -cost) : beta[down] - length);
    for (int t = 0; t < slope.length; t++) {
      slope[t] += length * ((double) grown[t] - shrunk[t]);
    }
  }

  private void place(int i, double value) {
    beta[i] = value;
    rise[i] = value == cost ? Double.NEGATIVE_INFINITY : value < 0 ? epsilon : -epsilon;
    fall[i] = value == -cost ? Double.POSITIVE_INFINITY : value > 0 ? -epsilon : epsilon;
  }

  /// The mean over the rows on the edge of the tube; where there are none, the middle of what is
  /// possible.
  private Solution solution(int steps, boolean converged) {
    double sum = 0;
    int free = 0;
    double above = Double.NEGATIVE_INFINITY;
    double below = Double.POSITIVE_INFINITY;
    for (int i = 0; i < beta.length; i++) {
      if (beta[i] != 0 && Math.abs(beta[i]) != cost) {
        sum += rise[i] - slope[i];
        free++;
      }
      above = Math.max(above, rise[i] - slope[i]);
      below = Math.min(below, fall[i] - slope[i]);
    }
    double intercept = free > 0 ? sum / free : (above + below) / 2;
    return new Solution(beta, intercept, steps, converged);
  }
}
