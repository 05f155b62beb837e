// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.model.regressor.Regressor;

/// An estimator with one hyperparameter, `x` from 0 to 1, and whatever trial or final fit a test needs.
///
/// @param trial what a trial does
/// @param last what a final fit does
record Scripted(Trying trial, Fit last) implements Estimator {
  static final Space SPACE = Space.of(new Space.Real("x", 0, 1, false, 11));

  @FunctionalInterface
  interface Trying {
    StagedPredictions fit(double x, Dataset train, int[] fitRows, int[] scoreRows);
  }

  @FunctionalInterface
  interface Fit {
    Regressor to(Hyperparameters chosen, int[] rows);
  }

  /// One that is only searched for.
  Scripted(Trying trial) {
    this(trial, (_, _) -> {
      throw new UnsupportedOperationException("no search makes a final fit");
    });
  }

  /// One stage in which each row's label is missed by the same distance.
  static StagedPredictions missing(double distance, Dataset train, int[] scoreRows) {
    double[] labels = new double[scoreRows.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = train.labels()[scoreRows[i]] + distance;
    }
    return new StagedPredictions("", new long[] {1}, new double[][] {labels});
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public boolean accepts(Regressor model) {
    return false;
  }

  @Override
  public Fitting prepare(Dataset train) {
    return new Fitting() {
      @Override
      public StagedPredictions trial(Hyperparameters chosen, int[] fitRows, int[] scoreRows, long seed) {
        return trial.fit(chosen.number("x"), train, fitRows, scoreRows);
      }

      @Override
      public Regressor fit(Hyperparameters chosen, int[] rows, long seed) {
        return last.to(chosen, rows);
      }
    };
  }

  /// A search over a town of 40 buildings in 4 folds, on one thread.
  SearchResult search(Sampling sampling, int trials) throws InterruptedException {
    try (var workers = new Workers(1)) {
      return search(sampling, trials, workers, ProgressListener.NONE).run();
    }
  }

  Search search(Sampling sampling, int trials, Workers workers, ProgressListener progress) {
    Dataset train = Town.of(40, 1);
    var plan = new SearchPlan(name(), train.name(), sampling, trials, 4, 0, true);
    return new Search(plan, this, SPACE, train, workers, progress);
  }
}
