package io.carbonflow.learn;

import module java.base;

/// How well predictions `p` agree with actual values `a`, over `n` rows.
///
/// | score | formula |
/// | --- | --- |
/// | `r2` | `1 − Σ(aᵢ − pᵢ)² / Σ(aᵢ − mean(a))²` |
/// | `mse` | `Σ(aᵢ − pᵢ)² / n` |
/// | `rmse` | `√mse` |
/// | `mae` | `Σ\|aᵢ − pᵢ\| / n` |
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
    int n = actual.length;
    if (n == 0 || predicted.length != n) {
      throw new IllegalArgumentException(predicted.length + " predictions for " + n + " values");
    }
    double mean = DoubleStream.of(actual).sum() / n;
    double squares = 0;
    double spread = 0;
    double absolute = 0;
    boolean constant = true;
    for (int i = 0; i < n; i++) {
      double error = actual[i] - predicted[i];
      squares += error * error;
      absolute += Math.abs(error);
      spread += (actual[i] - mean) * (actual[i] - mean);
      constant &= actual[i] == actual[0];
    }
    double mse = squares / n;
    return new Scores(
        constant ? ofConstant(squares) : 1 - squares / spread, mse, Math.sqrt(mse), absolute / n);
  }

  private static double ofConstant(double squares) {
    return squares == 0 ? 1 : 0;
  }
}
