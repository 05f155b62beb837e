package io.carbonflow.learn;

import java.util.List;

/// The mean of some scores and how far they lie apart.
///
/// @param mean the mean; −∞ of none
/// @param sd the standard deviation with `n − 1`; 0 for fewer than two
public record Spread(double mean, double sd) {

  /// The spread of these scores.
  public static Spread of(List<Double> scores) {
    if (scores.isEmpty()) {
      return new Spread(Double.NEGATIVE_INFINITY, 0);
    }
    double mean = scores.stream().mapToDouble(s -> s).sum() / scores.size();
    double squares = scores.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
    return new Spread(mean, scores.size() < 2 ? 0 : Math.sqrt(squares / (scores.size() - 1)));
  }
}
