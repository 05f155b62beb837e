// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// How well predictions `p` agree with actual values `a`, over `n` rows of the weights `w`, by default 1.
///
/// | score | formula |
/// | --- | --- |
/// | `r2` | `1 − Σwᵢ(aᵢ − pᵢ)² / Σwᵢ(aᵢ − Σwa/Σw)²` |
/// | `mse` | `Σwᵢ(aᵢ − pᵢ)² / Σw` |
/// | `rmse` | `√mse` |
/// | `mae` | `Σwᵢ\|aᵢ − pᵢ\| / Σw` |
///
/// Where all actual values are the same, R² divides by zero; it is then 1 if every prediction is
/// exact and 0 otherwise, as in scikit-learn.
///
/// @param r2 the share of the variance that is explained: 1 is perfect, 0 is as good as the mean
/// @param mse the mean squared error, in the square of the values' unit
/// @param rmse the root of it, in the values' unit
/// @param mae the mean absolute error, in the values' unit
public record Scores(double r2, double mse, double rmse, double mae) {

  /// The scores of predictions.
  ///
  /// @param actual what was measured
  /// @param predicted what was predicted, in the same order
  /// @throws IllegalArgumentException if there is no row, or there are not as many predictions
  public static Scores of(double[] actual, double[] predicted) {
    return of(actual, predicted, Dataset.equalWeights(actual.length));
  }

  /// The scores of predictions of rows of which some count more than others.
  ///
  /// @param weights how much each row counts, positive
  /// @throws IllegalArgumentException if there is no row, or there are not as many predictions or
  ///     weights
  public static Scores of(double[] actual, double[] predicted, double[] weights) {
    int n = actual.length;
    if (n == 0 || predicted.length != n) {
      throw new IllegalArgumentException(predicted.length + " predictions for " + n + " values");
    }
    if (weights.length != n) {
      throw new IllegalArgumentException(weights.length + " weights for " + n + " values");
    }
    double all = DoubleStream.of(weights).sum();
    double mean = IntStream.range(0, n).mapToDouble(i -> weights[i] * actual[i]).sum() / all;
    double squares = 0;
    double spread = 0;
    double absolute = 0;
    boolean constant = true;
    for (int i = 0; i < n; i++) {
      double error = actual[i] - predicted[i];
      squares += weights[i] * error * error;
      absolute += weights[i] * Math.abs(error);
      spread += weights[i] * (actual[i] - mean) * (actual[i] - mean);
      constant &= actual[i] == actual[0];
    }
    double mse = squares / all;
    return new Scores(
        constant ? ofConstant(squares) : 1 - squares / spread, mse, Math.sqrt(mse), absolute / all);
  }

  private static double ofConstant(double squares) {
    return squares == 0 ? 1 : 0;
  }
}
