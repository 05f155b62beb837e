// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.score;

import module java.base;

/// How far a score would differ if other buildings had been held out: it is computed again and again of as many
/// buildings, drawn with replacement (Efron, 1979). A building's rows stay together, as its years are alike.
///
/// The same rows give the same interval: the draws have a seed of their own.
public final class Bootstrap {
  /// The share of the draws within an interval, that of predictions' intervals.
  public static final double LEVEL = 0.9;
  /// [#LEVEL] of the values of a normal variable lie within so many standard deviations of its mean.
  public static final double DEVIATIONS = 1.645;
  private static final int DRAWS = 1000;
  private static final long SEED = 20_160_615;

  private final List<int[]> buildings;

  private Bootstrap(List<int[]> buildings) {
    this.buildings = buildings;
  }

  /// The ends of an interval, the lower first.
  public record Interval(double lower, double upper) {}

  /// Draws from some rows.
  public static Bootstrap of(ScoredRows scored) {
    Map<String, List<Integer>> rows = new TreeMap<>();
    for (int i = 0; i < scored.rows().size(); i++) {
      rows.computeIfAbsent(scored.rows().get(i).key().building(), first -> new ArrayList<>()).add(i);
    }
    return new Bootstrap(rows.values().stream()
        .map(own -> own.stream().mapToInt(Integer::intValue).toArray()).toList());
  }

  /// Where a score lies in [#LEVEL] of the draws.
  ///
  /// @param score computes it from positions of rows, of which some come several times and some not at all; NaN where
  ///     they have none
  /// @return empty where there are fewer than two buildings, or a draw has no score
  public Optional<Interval> of(ToDoubleFunction<int[]> score) {
    if (buildings.size() < 2) {
      return Optional.empty();
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] scores = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      scores[draw] = score.applyAsDouble(drawn(random));
    }
    Arrays.sort(scores); // what is not a number comes last
    if (Double.isNaN(scores[DRAWS - 1])) {
      return Optional.empty();
    }
    int outside = (int) Math.round((1 - LEVEL) / 2 * DRAWS);
    return Optional.of(new Interval(scores[outside], scores[DRAWS - 1 - outside]));
  }

  /// The rows of as many buildings as there are. In plain loops: it is asked for a thousand times a score.
  private int[] drawn(SplittableRandom random) {
    int[] rows = new int[buildings.size() * 2];
    int size = 0;
    for (int i = 0; i < buildings.size(); i++) {
      int[] own = buildings.get(random.nextInt(buildings.size()));
      if (size + own.length > rows.length) {
        rows = Arrays.copyOf(rows, 2 * rows.length + own.length);
      }
      System.arraycopy(own, 0, rows, size, own.length);
      size += own.length;
    }
    return Arrays.copyOf(rows, size);
  }
}
