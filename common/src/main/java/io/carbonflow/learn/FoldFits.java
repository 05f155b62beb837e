// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.fault.Problem;

/// Fits and scores single trials on single folds. What all trials share is computed once.
final class FoldFits {
  private static final int LONGEST_REASON = 200;

  /// @param actual the measured targets of the scored rows, on the scale of scores
  /// @param weights of the scored rows
  /// @param upper the largest of the rows that are fitted to, on that scale
  private record Held(Folds.Fold rows, double[] actual, double[] weights, double upper) {}

  private final SearchPlan plan;
  private final Dataset train;
  private final Estimator.Fitting fitting;
  private final List<Held> held;

  /// @throws IllegalArgumentException if the target of a row is not known
  FoldFits(SearchPlan plan, Dataset train, Estimator.Fitting fitting, Folds folds) {
    Dataset.Target target = train.target();
    double[] scaled = Arrays.stream(target.measured()).map(target.transform()::scale).toArray();
    for (int i = 0; i < train.rows(); i++) {
      if (!Double.isFinite(scaled[i])) {
        throw new IllegalArgumentException(
            "the target of " + train.rowNames().get(i) + " is " + target.measured()[i]);
      }
    }
    this.plan = plan;
    this.train = train;
    this.fitting = fitting;
    held = folds.list().stream().map(fold -> new Held(
        fold,
        Arrays.stream(fold.score()).mapToDouble(row -> scaled[row]).toArray(),
        Arrays.stream(fold.score()).mapToDouble(row -> train.weights()[row]).toArray(),
        Arrays.stream(fold.fit()).mapToDouble(row -> scaled[row]).max().orElseThrow())).toList();
  }

  /// One fit and its scores. What a choice of hyperparameters makes impossible is a failed run;
  /// a [Problem] is not the choice's fault and is passed on, and so is an interruption.
  FoldResult run(int trial, Hyperparameters point, int fold) {
    Held part = held.get(fold);
    try {
      Estimator.StagedPredictions staged = fitting.trial(
          point, part.rows().fit(), part.rows().score(), plan.fitSeed(trial, fold));
      double[] r2 = new double[staged.sizes().length];
      for (int stage = 0; stage < r2.length; stage++) {
        r2[stage] = score(part, staged.labels()[stage]);
      }
      return new FoldResult.Scored(staged, r2);
    } catch (Problem | CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      return new FoldResult.Failed(reason(e));
    }
  }

  private double score(Held part, double[] labels) {
    double[] predicted = new double[part.actual().length];
    Dataset.Target target = train.target();
    for (int i = 0; i < predicted.length; i++) {
      int row = part.rows().score()[i];
      if (!Double.isFinite(labels[i])) {
        throw new ArithmeticException(
            "the prediction for " + train.rowNames().get(row) + " is " + labels[i]);
      }
      predicted[i] = target.transform().scaled(labels[i], target.offsets()[row], part.upper());
    }
    return Scores.of(part.actual(), predicted, part.weights()).r2();
  }

  private static String reason(RuntimeException e) {
    String message = e.getMessage() == null ? "" : e.getMessage().strip();
    String line = message.lines().findFirst().orElse(e.getClass().getSimpleName());
    return line.substring(0, Math.min(line.length(), LONGEST_REASON));
  }
}
