// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.total;

/// The standard normal distribution.
final class Normal {
  private static final double DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);
  /// From here on less than half a unit in the last place of 1 is left on either side.
  private static final double END = 8.3;
  /// More than any argument up to [#END] needs.
  private static final int STEPS = 200;

  private Normal() {}

  /// The number that this share of all absolute values lies below: 1.645 for 0.9.
  ///
  /// @param share in (0, 1)
  static double within(double share) {
    double lower = 0;
    double upper = END;
    // Halving ends where no double lies between; it needs no start and cannot overshoot.
    for (double z = upper / 2; lower < z && z < upper; z = (lower + upper) / 2) {
      if (share(z) < share) {
        lower = z;
      } else {
        upper = z;
      }
    }
    return upper;
  }

  /// The share of absolute values below one, by the series of Marsaglia (2004,
  /// doi:10.18637/jss.v011.i04): `2 φ(z) (z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + …)`.
  private static double share(double z) {
    double sum = z;
    double term = z;
    for (int i = 3; i < STEPS && sum + term != sum; i += 2) {
      term *= z * z / i;
      sum += term;
    }
    return 2 * sum * DENSITY_AT_0 * Math.exp(-z * z / 2);
  }
}
