package io.carbonflow.learn;

import io.carbonflow.learn.Space.Choice;
import io.carbonflow.learn.Space.Dimension;
import io.carbonflow.learn.Space.OnlyIf;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/// The tree-structured Parzen estimator (Bergstra, Bardenet, Bengio and Kégl, 2011): for each
/// hyperparameter a density of the good trials and one of the rest; of some draws from the good one
/// it takes the one whose ratio of the two is the largest.
///
/// @param space what may be chosen
/// @param good the best trials
/// @param rest the other trials
record ParzenEstimator(Space space, List<Hyperparameters> good, List<Hyperparameters> rest) {
  /// The share of the trials that counts as good.
  private static final double GOOD = 0.25;
  /// Draws a hyperparameter; the number of Bergstra's hyperopt.
  private static final int CANDIDATES = 24;
  /// The width of the narrowest kernel, as a share of the range.
  private static final double NARROWEST = 0.02;

  /// An estimator from trials that are ordered from best to worst.
  static ParzenEstimator of(Space space, List<Hyperparameters> ranked) {
    int good = Math.max(1, (int) Math.ceil(GOOD * ranked.size()));
    return new ParzenEstimator(
        space, ranked.subList(0, good), ranked.subList(good, ranked.size()));
  }

  /// The next trial.
  Hyperparameters draw(SplittableRandom random) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Dimension dimension : space.dimensions()) {
      if (Sampler.exists(dimension, values)) {
        values.put(dimension.name(), draw(dimension, random));
      }
    }
    return new Hyperparameters(values);
  }

  private Object draw(Dimension dimension, SplittableRandom random) {
    return switch (dimension) {
      case OnlyIf only -> draw(only.dimension(), random);
      case Choice choice -> draw(choice, random);
      case Space.Real _, Space.Whole _ -> {
        double[] goodPlaces = places(dimension, good);
        double[] restPlaces = places(dimension, rest);
        double best = random.nextDouble();
        double most = ratio(goodPlaces, restPlaces, best);
        for (int i = 1; i < CANDIDATES; i++) {
          double candidate = candidate(goodPlaces, random);
          double ratio = ratio(goodPlaces, restPlaces, candidate);
          if (ratio > most) {
            most = ratio;
            best = candidate;
          }
        }
        yield Unit.value(dimension, best);
      }
    };
  }

  /// A word: drawn by how often the good trials have it, on top of its weight.
  private String draw(Choice choice, SplittableRandom random) {
    double sum = choice.weights().stream().mapToDouble(w -> w).sum();
    List<Double> weights = choice.options().stream().map(option -> {
      double prior = choice.weights().get(choice.options().indexOf(option)) / sum;
      return (prior + count(choice, option, good)) / (prior + count(choice, option, rest))
          * (prior + count(choice, option, good));
    }).toList();
    return choice.options().get(Sampler.weighted(weights, random.nextDouble()));
  }

  private static double count(Choice choice, String option, List<Hyperparameters> trials) {
    return trials.stream().filter(trial -> trial.has(choice.name())
        && trial.text(choice.name()).equals(option)).count() / (double) Math.max(1, trials.size());
  }

  private static double[] places(Dimension dimension, List<Hyperparameters> trials) {
    return trials.stream().filter(trial -> trial.has(dimension.name()))
        .mapToDouble(trial -> Unit.place(dimension, trial.values().get(dimension.name())))
        .sorted().toArray();
  }

  private static double candidate(double[] places, SplittableRandom random) {
    int kernel = random.nextInt(places.length + 1);
    if (kernel == places.length) {
      return random.nextDouble();
    }
    // A draw beyond the range is folded back at its ends.
    double drawn = Math.abs(places[kernel] + width(places) * gaussian(random));
    return drawn <= 1 ? drawn : Math.clamp(2 - drawn, 0, 1);
  }

  private static double ratio(double[] good, double[] rest, double at) {
    return density(good, at) / density(rest, at);
  }

  /// Kernels around the places, and one even over the whole range.
  private static double density(double[] places, double at) {
    double width = width(places);
    return (1 + DoubleStream.of(places).map(place -> {
      double z = (at - place) / width;
      return Math.exp(-z * z / 2) / (width * Math.sqrt(2 * Math.PI));
    }).sum()) / (places.length + 1);
  }

  /// Scott's rule (1979), with the spread of a uniform distribution at most.
  private static double width(double[] places) {
    if (places.length < 2) {
      return 0.3;
    }
    double mean = DoubleStream.of(places).average().orElse(0);
    double sd = Math.sqrt(DoubleStream.of(places).map(p -> (p - mean) * (p - mean)).sum()
        / (places.length - 1));
    return Math.max(NARROWEST, 1.06 * sd * Math.pow(places.length, -0.2));
  }

  /// By the method of Box and Muller, since a splittable generator's own is not specified.
  private static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
