// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.factor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How far sums of quantities times factors are off what was measured, and the factors, none of them
/// negative, by which the sum of these errors is least. An error counts as a part of what was measured or of
/// the sum, whichever is more. Weighted least squares are repeated, each error weighted by the inverse of
/// its size (Schlossmacher 1973, doi:10.1080/01621459.1973.10481416).
///
/// @param measured a number for each row, positive
/// @param quantities as many of each row as there are factors, none negative and one positive at least
record RelativeErrors(double[] measured, double[][] quantities) {
  private static final int MOST_STEPS = 100;
  private static final double SETTLED = 1e-9;
  /// Smaller errors count alike: emissions are published to two digits behind the point.
  private static final double LEAST_ERROR = 1e-5;
  /// What holds factors near the start that rows do not tell apart, such as those of rows of one mix.
  private static final double HOLD = 1e-9;

  private double made(int row, double[] factors) {
    double sum = 0;
    for (int f = 0; f < factors.length; f++) {
      sum += factors[f] * quantities[row][f];
    }
    return sum;
  }

  /// The sizes of the errors, as parts of the sums, in order.
  double[] sizes(double[] factors) {
    return IntStream.range(0, measured.length).mapToDouble(row -> {
      double sum = made(row, factors);
      return sum > 0 ? Math.min(Math.abs(measured[row] - sum) / sum, Double.MAX_VALUE) : Double.MAX_VALUE;
    }).sorted().toArray();
  }

  /// What is to be least.
  double sum(double[] factors) {
    return IntStream.range(0, measured.length).mapToDouble(row -> {
      double sum = made(row, factors);
      return Math.abs(measured[row] - sum) / Math.max(measured[row], sum);
    }).sum();
  }

  /// The factor of a quantity that leaves no error in a row, the others as they are.
  double alone(int row, int factor, double[] factors) {
    return factors[factor] + (measured[row] - made(row, factors)) / quantities[row][factor];
  }

  /// Looks for factors.
  ///
  /// @param start where to begin
  /// @param free those that are looked for; the others stay
  double[] least(double[] start, List<Integer> free) {
    double[] factors = start;
    double moved = measured.length == 0 ? 0 : Double.POSITIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS && moved >= SETTLED; step++) {
      double[] next = step(factors, start, free);
      moved = 0;
      for (int f = 0; f < next.length; f++) {
        moved = Math.max(moved, Math.abs(next[f] - factors[f]));
      }
      factors = next;
    }
    return factors;
  }

  /// One that would be negative is 0, and the others are looked for again.
  private double[] step(double[] factors, double[] start, List<Integer> free) {
    List<Integer> left = new ArrayList<>(free);
    double[] next = factors.clone();
    while (!left.isEmpty()) {
      double[] solved = solved(factors, start, next, left);
      int least = IntStream.range(0, solved.length).reduce(0, (a, b) -> solved[b] < solved[a] ? b : a);
      if (solved[least] >= 0) {
        for (int i = 0; i < solved.length; i++) {
          next[left.get(i)] = solved[i];
        }
        return next;
      }
      next[left.get(least)] = 0;
      left.subList(least, least + 1).clear();
    }
    return next;
  }

  private double[] solved(double[] factors, double[] start, double[] next, List<Integer> free) {
    int n = free.size();
    double[] fixed = next.clone();
    free.forEach(f -> fixed[f] = 0);
    double[][] sums = new double[n][n + 1];
    for (int row = 0; row < measured.length; row++) {
      double sum = made(row, factors);
      double size = Math.max(measured[row], sum);
      double weight = 1 / Math.max(LEAST_ERROR, Math.abs(measured[row] - sum) / size) / size / size;
      double rest = measured[row] - made(row, fixed);
      for (int i = 0; i < n; i++) {
        double weighted = weight * quantities[row][free.get(i)];
        for (int j = 0; j < n; j++) {
          sums[i][j] += weighted * quantities[row][free.get(j)];
        }
        sums[i][n] += weighted * rest;
      }
    }
    for (int i = 0; i < n; i++) {
      double hold = HOLD * sums[i][i];
      sums[i][i] += hold;
      sums[i][n] += hold * start[free.get(i)];
    }
    return eliminated(sums);
  }

  /// The solution of a positive definite system, its right side in the last column.
  private static double[] eliminated(double[][] system) {
    int n = system.length;
    for (int k = 0; k < n; k++) {
      for (int i = k + 1; i < n; i++) {
        double times = system[i][k] / system[k][k];
        for (int j = k; j <= n; j++) {
          system[i][j] -= times * system[k][j];
        }
      }
    }
    double[] solution = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double sum = system[i][n];
      for (int j = i + 1; j < n; j++) {
        sum -= system[i][j] * solution[j];
      }
      solution[i] = sum / system[i][i];
    }
    return solution;
  }
}
