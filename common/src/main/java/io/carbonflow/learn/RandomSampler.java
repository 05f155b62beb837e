// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// Draws every trial on its own, and within it every hyperparameter on its own: another dimension
/// in the space changes no other one's values.
///
/// @param space what may be chosen
/// @param seed the search's seed, already made the estimator's own
record RandomSampler(Space space, Seed seed) implements Sampler {

  @Override
  public Hyperparameters choose(int number, List<Trial> earlier) {
    Seed own = seed.with(number);
    return Sampler.walk(
        space, dimension -> draw(dimension, own.with(dimension.name()).random()));
  }

  private static Object draw(Space.Dimension dimension, Random random) {
    return switch (Sampler.bare(dimension)) {
      case Space.Real real -> SearchAxis.of(real).at(random.nextDouble());
      case Space.Whole whole -> SearchAxis.of(whole).at(random.nextDouble());
      case Space.Choice choice -> choice.options().get(pick(weights(choice), random));
      case Space.OnlyIf _ -> throw new AssertionError("a bare dimension has no condition");
    };
  }

  static double[] weights(Space.Choice choice) {
    return choice.weights().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// One of several positions, each as likely as its weight says.
  static int pick(double[] weights, Random random) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = random.nextDouble() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
