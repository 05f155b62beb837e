package io.carbonflow.learn;

/// How well predictions meet what was measured.
///
/// @param r2 the share of the variance that is explained, `1 − Σ(y − ŷ)² / Σ(y − ȳ)²`; at most 1,
///     below 0 where the mean would have done better; NaN where all measured values are equal
/// @param mse the mean squared error, `Σ(y − ŷ)² / n`
/// @param rmse its square root, in the unit of the values
/// @param mae the mean absolute error, `Σ|y − ŷ| / n`
public record Scores(double r2, double mse, double rmse, double mae) {

  /// Scores predictions.
  ///
  /// @param actual the measured values
  /// @param predicted the predictions, as many
  /// @throws IllegalArgumentException if there are none, or not as many
  public static Scores of(double[] actual, double[] predicted) {
    int n = actual.length;
    if (n == 0 || predicted.length != n) {
      throw new IllegalArgumentException(n + " values and " + predicted.length + " predictions");
    }
    double mean = 0;
    for (double value : actual) {
      mean += value;
    }
    mean /= n;
    double squares = 0;
    double absolute = 0;
    double total = 0;
    for (int i = 0; i < n; i++) {
      double error = actual[i] - predicted[i];
      squares += error * error;
      absolute += Math.abs(error);
      total += (actual[i] - mean) * (actual[i] - mean);
    }
    double r2 = total == 0 ? Double.NaN : 1 - squares / total;
    return new Scores(r2, squares / n, Math.sqrt(squares / n), absolute / n);
  }
}
