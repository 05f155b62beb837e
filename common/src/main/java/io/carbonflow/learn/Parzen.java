package io.carbonflow.learn;

import java.util.Arrays;
import java.util.Random;

/// A density on the range from 0 to 1 that is high near given points: an equal mixture of the
/// uniform density and of a normal one, cut off at 0 and 1, around each point (Bergstra et al. 2011,
/// section 4.2).
///
/// A normal density is as wide as the larger distance to its neighbours or to the ends; at least
/// `1 / (points + 1)` or 0.01, whichever is more, as in hyperopt.
final class Parzen {
  private static final double NARROWEST = 0.01;

  private final double[] centre;
  private final double[] width;
  private final double[] peak;

  Parzen(double[] points) {
    int n = points.length;
    centre = points.clone();
    Arrays.sort(centre);
    width = new double[n];
    peak = new double[n];
    double least = Math.max(NARROWEST, 1.0 / (n + 1));
    for (int i = 0; i < n; i++) {
      double left = centre[i] - (i == 0 ? 0 : centre[i - 1]);
      double right = (i == n - 1 ? 1 : centre[i + 1]) - centre[i];
      width[i] = Math.clamp(Math.max(left, right), least, 1);
      double inside = below((1 - centre[i]) / width[i]) - below(-centre[i] / width[i]);
      peak[i] = 1 / (width[i] * StrictMath.sqrt(2 * Math.PI) * inside);
    }
  }

  /// Draws a number from 0 to 1.
  double draw(Random random) {
    int component = random.nextInt(centre.length + 1);
    if (component == centre.length) {
      return random.nextDouble();
    }
    double drawn;
    do {
      drawn = centre[component] + width[component] * random.nextGaussian();
    } while (drawn < 0 || drawn > 1);
    return drawn;
  }

  /// The density at a point from 0 to 1.
  double at(double x) {
    double sum = 1;
    for (int i = 0; i < centre.length; i++) {
      double z = (x - centre[i]) / width[i];
      sum += peak[i] * StrictMath.exp(-z * z / 2);
    }
    return sum / (centre.length + 1);
  }

  /// The share of a standard normal distribution below a value, to 1e-7: Abramowitz and Stegun 1964,
  /// 26.2.17.
  private static double below(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double polynomial = t * (0.319381530 + t * (-0.356563782
        + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * Math.PI) * polynomial;
    return z < 0 ? tail : 1 - tail;
  }
}
