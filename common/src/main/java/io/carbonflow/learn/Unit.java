package io.carbonflow.learn;

import io.carbonflow.learn.Space.Choice;
import io.carbonflow.learn.Space.Dimension;
import io.carbonflow.learn.Space.OnlyIf;
import io.carbonflow.learn.Space.Real;
import io.carbonflow.learn.Space.Whole;

/// Maps a numeric dimension to the unit interval and back, on its own scale.
final class Unit {
  private Unit() {}

  /// The value at a place of the unit interval.
  ///
  /// @param at from 0 to 1
  static Object value(Dimension dimension, double at) {
    return switch (dimension) {
      case Real real -> between(real.low(), real.high(), real.log(), at);
      // Half a step beyond both ends, so that the ends are drawn as often as the rest.
      case Whole whole -> Math.clamp(
          Math.round(between(whole.low() - 0.5, whole.high() + 0.5, whole.log(), at)),
          whole.low(), whole.high());
      case OnlyIf only -> value(only.dimension(), at);
      case Choice choice -> throw new IllegalArgumentException(choice.name() + " is no number");
    };
  }

  /// The place of a value in the unit interval; the inverse of [#value].
  static double place(Dimension dimension, Object value) {
    double number = ((Number) value).doubleValue();
    return switch (dimension) {
      case Real real -> place(real.low(), real.high(), real.log(), number);
      case Whole whole -> place(whole.low() - 0.5, whole.high() + 0.5, whole.log(), number);
      case OnlyIf only -> place(only.dimension(), value);
      case Choice choice -> throw new IllegalArgumentException(choice.name() + " is no number");
    };
  }

  private static double between(double low, double high, boolean log, double at) {
    if (at == 0 || at == 1) {
      return at == 0 ? low : high; // the exponential of a logarithm is not quite the number
    }
    double value = log
        ? Math.exp(Math.log(low) + at * (Math.log(high) - Math.log(low)))
        : low + at * (high - low);
    return Math.clamp(value, low, high);
  }

  private static double place(double low, double high, boolean log, double value) {
    return log
        ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
        : (value - low) / (high - low);
  }
}
