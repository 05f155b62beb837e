package io.carbonflow.components.validate.check;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers for reading.
public final class Figures {
  private static final int DIGITS = 5;

  private Figures() {}

  /// A number as it is where it is whole, or its first five digits; never with an exponent.
  public static String number(double value) {
    return number(value, DIGITS);
  }

  /// A number as it is where it is whole, or its first digits; never with an exponent.
  public static String number(double value, int digits) {
    BigDecimal exact = new BigDecimal(value);
    return value == Math.rint(value) ? exact.toPlainString()
        : exact.round(new MathContext(digits)).stripTrailingZeros().toPlainString();
  }

  /// A part of a whole in per cent, to a thousandth.
  public static String percent(double part) {
    return number(Math.rint(part * 1e5) / 1e3) + " %";
  }
}
