// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.total;

import io.carbonflow.model.interval.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

/// Totals.
///
/// @param tonnes the sum of their means, in tonnes of CO2 equivalent, not negative
/// @param interval where the sum of the emissions lies; empty where nothing tells
/// @param rows how many predictions there are
/// @param buildings how many buildings they are of
public record Total(double tonnes, Optional<Interval> interval, int rows, int buildings) {

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if the sum is negative or not finite, or there are fewer rows
  ///     than buildings
  public Total {
    if (!(tonnes >= 0 && Double.isFinite(tonnes)) || rows < buildings || buildings < 0) {
      throw new IllegalArgumentException(
          "a total of " + tonnes + " of " + rows + " rows of " + buildings + " buildings");
    }
  }

  /// The sum and its interval for the eye, to three digits: `254,000 t (231,000 to 280,000)`.
  public String text() {
    return rounded(tonnes) + " t" + interval.map(about ->
        " (" + rounded(about.lower()) + " to " + rounded(about.upper()) + ")").orElse("");
  }

  private static String rounded(double tonnes) {
    return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(new BigDecimal(tonnes).round(new MathContext(3)));
  }
}
