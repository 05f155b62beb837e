// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// The tree-structured Parzen estimator: Bergstra, Bardenet, Bengio and Kégl 2011, "Algorithms for
/// Hyper-Parameter Optimization", section 4.
///
/// Earlier trials are parted into the best few and the others. Each dimension has a density of the
/// former, `l`, and one of the latter, `g`; of some values drawn from `l` the one with the largest
/// `l/g` is taken, which is the one with the largest expected improvement. A dimension under a
/// condition learns only from trials in which the condition held.
///
/// @param space what may be chosen
/// @param seed the search's seed, already made the estimator's own
record TpeSampler(Space space, Seed seed) implements Sampler {
  /// How many trials are drawn at random before there is anything to learn from.
  static final int RANDOM_TRIALS = 10;

  /// The share of the earlier trials that counts as good, the paper's γ: as in Optuna. The paper's
  /// own 0.15 needs more trials to close in.
  static final double GOOD = 0.1;

  /// How many values are drawn from `l`, as in hyperopt.
  static final int CANDIDATES = 24;

  @Override
  public boolean sequential() {
    return true;
  }

  @Override
  public Hyperparameters choose(int number, List<Trial> earlier) {
    if (number < RANDOM_TRIALS) {
      return new RandomSampler(space, seed).choose(number, earlier);
    }
    List<Trial> ranked = earlier.stream().sorted(Trial.BEST_FIRST).toList();
    int good = (int) Math.ceil(GOOD * ranked.size());
    return Sampler.walk(space, dimension -> value(
        dimension,
        seen(dimension, ranked.subList(0, good)),
        seen(dimension, ranked.subList(good, ranked.size())),
        seed.with(number).with(dimension.name()).random()));
  }

  private static List<Object> seen(Space.Dimension dimension, List<Trial> trials) {
    return trials.stream()
        .map(trial -> trial.hyperparameters().values())
        .filter(values -> Sampler.present(dimension, values).isPresent())
        .map(values -> values.get(dimension.name()))
        .toList();
  }

  private static Object value(
      Space.Dimension dimension, List<Object> good, List<Object> others, Random random) {
    return switch (Sampler.bare(dimension)) {
      case Space.Real real -> number(SearchAxis.of(real), good, others, random);
      case Space.Whole whole -> number(SearchAxis.of(whole), good, others, random);
      case Space.Choice choice -> word(choice, good, others, random);
      case Space.OnlyIf _ -> throw new AssertionError("a bare dimension has no condition");
    };
  }

  private static Object number(SearchAxis axis, List<Object> good, List<Object> others, Random random) {
    Parzen l = new Parzen(good.stream().mapToDouble(axis::unit).toArray());
    Parzen g = new Parzen(others.stream().mapToDouble(axis::unit).toArray());
    return best(
        () -> axis.at(l.draw(random)), value -> l.at(axis.unit(value)) / g.at(axis.unit(value)));
  }

  private static Object word(
      Space.Choice choice, List<Object> good, List<Object> others, Random random) {
    double[] l = likely(choice, good);
    double[] g = likely(choice, others);
    int best = best(() -> RandomSampler.pick(l, random), option -> l[option] / g[option]);
    return choice.options().get(best);
  }

  private static <V> V best(Supplier<V> draw, ToDoubleFunction<V> ratio) {
    return Stream.generate(draw)
        .limit(CANDIDATES)
        .reduce((a, b) -> ratio.applyAsDouble(b) > ratio.applyAsDouble(a) ? b : a)
        .orElseThrow();
  }

  /// How likely each option is: the paper's `N·p + count`, divided by its sum, for `N` options of
  /// which `p` are the shares in a random draw.
  private static double[] likely(Space.Choice choice, List<Object> seen) {
    double[] likely = RandomSampler.weights(choice);
    double total = 0;
    for (double weight : likely) {
      total += weight;
    }
    int options = likely.length;
    for (int i = 0; i < options; i++) {
      int place = i;
      long count = seen.stream().filter(choice.options().get(place)::equals).count();
      likely[i] = (options * likely[i] / total + count) / (options + seen.size());
    }
    return likely;
  }
}
