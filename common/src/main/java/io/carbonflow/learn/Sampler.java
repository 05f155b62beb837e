package io.carbonflow.learn;

import io.carbonflow.learn.Space.Choice;
import io.carbonflow.learn.Space.Dimension;
import io.carbonflow.learn.Space.OnlyIf;
import io.carbonflow.learn.Space.Real;
import io.carbonflow.learn.Space.Whole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Picks trials of which the k-th depends on the seed and k alone, so that a search can be split
/// over machines.
public interface Sampler {

  /// How many different trials there are.
  int size();

  /// The k-th trial.
  ///
  /// @param k from 0 to [#size] − 1
  Hyperparameters trial(int k);

  /// Independent draws from a space.
  ///
  /// @param estimator the estimator's name; two estimators draw differently
  static Sampler random(Space space, String estimator, int iterations, long seed) {
    return new Sampler() {
      @Override
      public int size() {
        return iterations;
      }

      @Override
      public Hyperparameters trial(int k) {
        return draw(space, new SplittableRandom(Seeds.of(seed, estimator, "trial", k)));
      }
    };
  }

  /// The points of a grid, each once.
  static Sampler grid(Space space, String estimator, int iterations, long seed) {
    List<Hyperparameters> points = Grid.shuffled(space, Seeds.of(seed, estimator, "grid"));
    return new Sampler() {
      @Override
      public int size() {
        return Math.min(iterations, points.size());
      }

      @Override
      public Hyperparameters trial(int k) {
        return points.get(k);
      }
    };
  }

  /// One draw from a space.
  static Hyperparameters draw(Space space, SplittableRandom random) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Dimension dimension : space.dimensions()) {
      // A value is drawn even where the dimension does not exist, so that one choice
      // does not shift the draws behind it.
      Object value = draw(dimension, random);
      if (exists(dimension, values)) {
        values.put(dimension.name(), value);
      }
    }
    return new Hyperparameters(values);
  }

  /// Whether a dimension exists, given the choices before it.
  static boolean exists(Dimension dimension, Map<String, Object> chosen) {
    return !(dimension instanceof OnlyIf only)
        || only.options().contains(String.valueOf(chosen.get(only.choice())));
  }

  private static Object draw(Dimension dimension, SplittableRandom random) {
    return switch (dimension) {
      case OnlyIf only -> draw(only.dimension(), random);
      case Choice choice -> choice.options().get(weighted(choice.weights(), random.nextDouble()));
      case Real _, Whole _ -> Unit.value(dimension, random.nextDouble());
    };
  }

  /// The option that a number from 0 to 1 falls on.
  static int weighted(List<Double> weights, double at) {
    double left = at * weights.stream().mapToDouble(w -> w).sum();
    for (int i = 0; i < weights.size() - 1; i++) {
      left -= weights.get(i);
      if (left < 0) {
        return i;
      }
    }
    return weights.size() - 1;
  }
}
