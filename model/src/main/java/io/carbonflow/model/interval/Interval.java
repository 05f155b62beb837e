package io.carbonflow.model.interval;

/// Where the emissions of a building lie, and how often such an interval is right.
///
/// @param lower the lower end in tonnes, never negative
/// @param upper the upper end in tonnes
/// @param level the share of buildings whose emissions lie within, in (0, 1)
public record Interval(double lower, double upper, double level) {

  /// The level where none is asked for.
  public static final double LEVEL = 0.9;

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if an end is negative or not finite, the ends are in the
  ///     wrong order, or the level is not between 0 and 1
  public Interval {
    if (!(lower >= 0 && lower <= upper && Double.isFinite(upper) && level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "an interval from " + lower + " to " + upper + " at level " + level);
    }
  }

  /// Whether it holds these emissions.
  public boolean contains(double tonnes) {
    return tonnes >= lower && tonnes <= upper;
  }

  /// Its width in tonnes.
  public double width() {
    return upper - lower;
  }
}
