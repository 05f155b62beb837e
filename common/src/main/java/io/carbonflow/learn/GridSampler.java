// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// Takes the points of a grid in an order that the seed decides, so that the first few of them are
/// spread over the whole space.
final class GridSampler implements Sampler {
  private static final int MOST_POINTS = 1_000_000;

  private final List<Hyperparameters> points;

  /// @throws IllegalArgumentException if the grid has over a million points
  GridSampler(Space space, Seed seed) {
    List<Hyperparameters> all = List.of(new Hyperparameters(Map.of()));
    for (Space.Dimension dimension : space.dimensions()) {
      all = all.stream().flatMap(point -> along(dimension, point)).limit(MOST_POINTS + 1L).toList();
    }
    if (all.size() > MOST_POINTS) {
      throw new IllegalArgumentException("the grid has over " + MOST_POINTS + " points");
    }
    points = IntStream.range(0, all.size())
        .boxed()
        .sorted(Comparator.comparingLong(i -> seed.with(i).value()))
        .map(all::get)
        .toList();
  }

  @Override
  public int trials(int asked) {
    return Math.min(asked, points.size());
  }

  @Override
  public Hyperparameters choose(int number, List<Trial> earlier) {
    return points.get(number);
  }

  private static Stream<Hyperparameters> along(Space.Dimension dimension, Hyperparameters point) {
    return Sampler.present(dimension, point.values())
        .map(present ->
            values(present).stream().map(value -> point.with(present.name(), value)))
        .orElse(Stream.of(point));
  }

  private static List<?> values(Space.Dimension dimension) {
    return switch (dimension) {
      case Space.Choice choice -> choice.options();
      case Space.Real real -> steps(SearchAxis.of(real), real.steps(), real.low(), real.high());
      case Space.Whole whole -> steps(SearchAxis.of(whole), whole.steps(), whole.low(), whole.high());
      case Space.OnlyIf _ -> throw new AssertionError("a present dimension has no condition");
    };
  }

  /// Evenly spread values, both ends exactly as given; fewer where whole numbers coincide.
  private static List<Object> steps(SearchAxis axis, int steps, Object low, Object high) {
    List<Object> values = new ArrayList<>();
    values.add(low);
    for (int i = 1; i < steps - 1; i++) {
      values.add(axis.at((double) i / (steps - 1)));
    }
    values.add(high);
    return values.stream().distinct().toList();
  }
}
