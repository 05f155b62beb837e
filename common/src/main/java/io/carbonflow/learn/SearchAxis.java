// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

/// A number's range laid out from 0 to 1, so that every way of choosing works on the same scale:
/// evenly, or evenly in the logarithm. A whole number has the room from half below to half above.
///
/// Logarithms are [StrictMath]'s, which are the same on every machine.
///
/// @param low the least value
/// @param high the largest value
/// @param log whether the logarithm is laid out
/// @param whole whether values are whole
record SearchAxis(double low, double high, boolean log, boolean whole) {

  /// The axis of a number that may be any between its bounds.
  static SearchAxis of(Space.Real real) {
    return new SearchAxis(real.low(), real.high(), real.log(), false);
  }

  /// The axis of a whole number.
  static SearchAxis of(Space.Whole whole) {
    return new SearchAxis(whole.low(), whole.high(), whole.log(), true);
  }

  /// The value at a point from 0 to 1: a [Long] if values are whole, a [Double] if not.
  Object at(double unit) {
    double value = outOf(from() + unit * (to() - from()));
    double inside = Math.clamp(value, low, high);
    if (whole) {
      return Math.clamp(Math.round(value), (long) low, (long) high);
    }
    return inside;
  }

  /// The point from 0 to 1 at which a value lies.
  double unit(Object value) {
    return (into(((Number) value).doubleValue()) - from()) / (to() - from());
  }

  private double from() {
    return into(whole ? low - 0.5 : low);
  }

  private double to() {
    return into(whole ? high + 0.5 : high);
  }

  private double into(double value) {
    return log ? StrictMath.log(value) : value;
  }

  private double outOf(double laidOut) {
    return log ? StrictMath.exp(laidOut) : laidOut;
  }
}
