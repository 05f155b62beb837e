// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.regressor.Trees;

/// Boosted trees fitted to parts of one data set, each fit on one thread. XGBoost's own threads spin
/// while they wait for each other; fits side by side do not.
///
/// A trial is one booster, which ranks choices well and is cheap. A final fit is the mean of
/// [#BOOSTERS]: each draws other rows and columns, and large buildings, where an error costs the most,
/// are few. docs/explanation/performance.md has what that gains, and what looking at every threshold would.
///
/// @param train all training rows
/// @param matrices the same as XGBoost keeps them
record BoostingFitting(Dataset train, NativeRows matrices) implements Estimator.Fitting {
  /// After how many rounds a trial predicts.
  static final int STAGE = 25;

  /// How many boosters a final fit is the mean of.
  private static final int BOOSTERS = 3;

  private static final int MOST_ROUNDS = 600;

  /// Rounds times learning rate times depth, by which boosting has gained what it will: on real rows the least error lay
  /// between 35 and 100 of it for all but 2 of 36 random choices, and the best of 50 loses 0.00004 of R² by ending at 85.
  private static final double CONVERGED = 85;

  @Override
  public Estimator.StagedPredictions trial(
      Hyperparameters chosen, int[] fitRows, int[] scoreRows, long seed) {
    Trees trees = booster(chosen, fitRows, seed);
    int rounds = trees.roots().length;
    int[] sizes = IntStream.rangeClosed(1, Math.ceilDiv(rounds, STAGE))
        .map(s -> Math.min(s * STAGE, rounds))
        .toArray();
    double[][] labels = trees.predict(values(scoreRows), sizes);
    long[] stages = Arrays.stream(sizes).asLongStream().toArray();
    return new Estimator.StagedPredictions(BoosterOptions.ROUNDS, stages, labels);
  }

  @Override
  public Trees fit(Hyperparameters chosen, int[] rows, long seed) {
    SplittableRandom more = new SplittableRandom(seed);
    List<Trees> boosters = new ArrayList<>(List.of(booster(chosen, rows, seed)));
    while (boosters.size() < chosen.integer(BoosterOptions.BOOSTERS, BOOSTERS)) {
      boosters.add(booster(chosen, rows, more.nextLong()));
    }
    return Trees.mean(boosters);
  }

  private double[][] values(int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> train.values()[row]).toArray(double[][]::new);
  }

  private Trees booster(Hyperparameters chosen, int[] rows, long seed) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("no rows to fit to");
    }
    double[] weights = train.weights();
    double mean = Arrays.stream(rows).mapToDouble(r -> weights[r] * train.labels()[r]).sum()
        / Arrays.stream(rows).mapToDouble(r -> weights[r]).sum();
    return NativeXgboost.fit(
        matrices, rows, BoosterOptions.of(chosen, mean, seed),
        chosen.integer(BoosterOptions.ROUNDS, rounds(chosen)));
  }

  /// How many rounds are worth their cost where their number is not chosen.
  private static int rounds(Hyperparameters chosen) {
    double progress = chosen.number("learning_rate", 0.3) * chosen.number("max_depth", 6);
    double rounds = STAGE * Math.ceil(CONVERGED / progress / STAGE);
    return (int) Math.clamp(rounds, STAGE, MOST_ROUNDS);
  }
}
