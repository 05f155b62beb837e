package io.carbonflow.learn;

import io.carbonflow.learn.Space.Choice;
import io.carbonflow.learn.Space.Dimension;
import io.carbonflow.learn.Space.OnlyIf;
import io.carbonflow.learn.Space.Real;
import io.carbonflow.learn.Space.Whole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The points of a grid over a space.
final class Grid {
  private Grid() {}

  /// All points, in an order that the seed decides, so that the first ones of a large grid already
  /// cover it evenly.
  static List<Hyperparameters> shuffled(Space space, long seed) {
    List<Map<String, Object>> points = new ArrayList<>();
    points.add(Map.of());
    for (Dimension dimension : space.dimensions()) {
      points = extended(points, dimension);
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<Hyperparameters> shuffled = new ArrayList<>(points.stream()
        .map(Hyperparameters::new).toList());
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      shuffled.set(i, shuffled.set(j, shuffled.get(i)));
    }
    return List.copyOf(shuffled);
  }

  private static List<Map<String, Object>> extended(
      List<Map<String, Object>> points, Dimension dimension) {
    List<Object> values = values(dimension);
    List<Map<String, Object>> extended = new ArrayList<>();
    for (Map<String, Object> point : points) {
      if (!Sampler.exists(dimension, point)) {
        extended.add(point);
        continue;
      }
      for (Object value : values) {
        Map<String, Object> longer = new LinkedHashMap<>(point);
        longer.put(dimension.name(), value);
        extended.add(longer);
      }
    }
    return extended;
  }

  private static List<Object> values(Dimension dimension) {
    return switch (dimension) {
      case OnlyIf only -> values(only.dimension());
      case Choice choice -> List.copyOf(choice.options());
      case Real real -> evenly(real, real.steps());
      case Whole whole -> evenly(whole, whole.steps());
    };
  }

  /// Values from end to end; whole numbers that fall together are there once.
  private static List<Object> evenly(Dimension dimension, int steps) {
    return IntStream.range(0, steps)
        .mapToObj(i -> Unit.value(dimension, (double) i / (steps - 1)))
        .distinct()
        .toList();
  }
}
