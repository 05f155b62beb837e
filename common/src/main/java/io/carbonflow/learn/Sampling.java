// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

/// How a search chooses the hyperparameters of its trials.
public enum Sampling {
  /// Each trial is drawn on its own; it depends on the seed, the estimator's name and the trial's
  /// number alone.
  RANDOM,

  /// The points of a grid, in an order that the seed decides; a trial depends on the same three.
  GRID,

  /// The tree-structured Parzen estimator, which learns from earlier trials and so cannot be split
  /// over machines.
  TPE;

  /// The sampler of one estimator's space.
  Sampler sampler(String estimator, Space space, long seed) {
    Seed own = new Seed(seed).with("trials").with(estimator);
    return switch (this) {
      case RANDOM -> new RandomSampler(space, own);
      case GRID -> new GridSampler(space, own);
      case TPE -> new TpeSampler(space, own);
    };
  }
}
