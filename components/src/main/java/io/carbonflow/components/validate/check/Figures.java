// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;

/// Numbers for reading.
public final class Figures {
  private static final int DIGITS = 5;
  /// A number between these is written without an exponent.
  private static final double LEAST_PLAIN = 1e-4;
  private static final double MOST_PLAIN = 1e15;

  private Figures() {}

  /// A number as it is where it is whole, or its first five digits; empty for NaN.
  public static String number(double value) {
    return number(value, DIGITS);
  }

  /// A number as it is where it is whole, or its first digits; empty for NaN.
  public static String number(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "" : "beyond all numbers";
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
    double size = Math.abs(value);
    return size >= MOST_PLAIN || (size < LEAST_PLAIN && size > 0) ? rounded.toString()
        : value == Math.rint(value) ? exact.toPlainString() : rounded.toPlainString();
  }

  /// A part of a whole in per cent, to a thousandth.
  public static String percent(double part) {
    return number(Math.rint(part * 1e5) / 1e3) + "%";
  }

  /// How many times as much as before, as a change in per cent: `+4.0%` of 1.04.
  public static String change(double times) {
    return String.format(Locale.ROOT, "%+.1f%%", 100 * (times - 1));
  }
}
