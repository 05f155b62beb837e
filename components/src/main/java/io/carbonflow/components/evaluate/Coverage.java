// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.interval.Intervals;
import io.carbonflow.model.interval.LevelIntervals;

/// How often the intervals of the best model hold what was measured of held-out rows.
///
/// @param intervals the interval of each held-out row
/// @param all all held-out rows
/// @param thirds the rows in thirds by floor area, the smallest first
/// @param levels the same rows at several levels
public record Coverage(
    List<Interval> intervals, Part all, List<Part> thirds, List<Level> levels) {
  private static final double[] LEVELS = {0.5, 0.6, 0.7, 0.8, 0.9, 0.95};
  private static final int THIRDS = 3;

  /// Some rows.
  ///
  /// @param leastArea the least floor area among them, in square feet
  /// @param largestArea the largest
  /// @param rows how many there are
  /// @param coverage the share of them whose emissions lie within their interval
  /// @param meanWidth the mean width of the intervals, in tonnes
  /// @param medianWidth the median of the widths, in tonnes
  public record Part(double leastArea, double largestArea, int rows, double coverage,
      double meanWidth, double medianWidth) {}

  /// All rows at another level.
  ///
  /// @param asked the level
  /// @param coverage the share of rows whose emissions lie within their interval
  public record Level(double asked, double coverage) {}

  /// Copies the lists.
  public Coverage {
    intervals = List.copyOf(intervals);
    thirds = List.copyOf(thirds);
    levels = List.copyOf(levels);
  }

  /// What was asked for.
  public double level() {
    return intervals.getFirst().level();
  }

  /// How often the intervals are right, in one sentence.
  public String sentence() {
    return String.format(Locale.ROOT,
        "Its %.0f%% prediction intervals cover %.1f%% of the held-out rows (%s from the smallest third by floor area to"
            + " the largest). Their median width is %.0f t.",
        100 * level(), 100 * all.coverage(),
        thirds.stream().map(third -> String.format(Locale.ROOT, "%.1f", 100 * third.coverage()))
            .collect(Collectors.joining(", ")),
        all.medianWidth());
  }

  /// Looks at held-out rows.
  ///
  /// @param predicted what was predicted of each, in tonnes
  /// @param areas the floor area of each, in square feet
  static Coverage of(Intervals intervals, Matrix test, double[] predicted, double[] areas) {
    double[] expected = Intervals.expected(intervals.spread(), test.values());
    List<Interval> made = at(intervals.at(Interval.LEVEL), test, predicted, expected);
    Integer[] bySize = IntStream.range(0, areas.length).boxed()
        .sorted(Comparator.comparingDouble(i -> areas[i])).toArray(Integer[]::new);
    Stream<Integer[]> thirds = IntStream.range(0, THIRDS)
        .mapToObj(t -> Arrays.copyOfRange(bySize, t * areas.length / THIRDS,
            (t + 1) * areas.length / THIRDS));
    return new Coverage(made, part(made, test, areas, bySize),
        thirds.filter(rows -> rows.length > 0)
            .map(rows -> part(made, test, areas, rows)).toList(),
        Arrays.stream(LEVELS).filter(level -> level <= intervals.highestLevel())
            .mapToObj(level -> new Level(level,
                share(at(intervals.at(level), test, predicted, expected), test, bySize)))
            .toList());
  }

  private static List<Interval> at(
      LevelIntervals intervals, Matrix test, double[] predicted, double[] expected) {
    return IntStream.range(0, predicted.length)
        .mapToObj(i -> intervals.of(test.values()[i], predicted[i], expected[i])).toList();
  }

  private static Part part(List<Interval> made, Matrix test, double[] areas, Integer[] rows) {
    double[] widths =
        Arrays.stream(rows).mapToDouble(i -> made.get(i).width()).sorted().toArray();
    return new Part(areas[rows[0]], areas[rows[rows.length - 1]], rows.length,
        share(made, test, rows), Arrays.stream(widths).average().orElseThrow(),
        (widths[(widths.length - 1) / 2] + widths[widths.length / 2]) / 2);
  }

  private static double share(List<Interval> made, Matrix test, Integer[] rows) {
    long within = Arrays.stream(rows)
        .filter(i -> made.get(i).contains(test.tonnes()[i])).count();
    return (double) within / rows.length;
  }
}
