// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// Scores one trial on all folds. Its runs may come in any order and from any thread.
final class LastRung {
  private final int number;
  private final Hyperparameters point;
  private final Folds folds;
  private final FoldResult[] runs;

  /// @param point the trial's hyperparameters without the number of trees
  LastRung(int number, Hyperparameters point, Folds folds) {
    this.number = number;
    this.point = point;
    this.folds = folds;
    runs = new FoldResult[folds.count()];
  }

  /// Takes a run that was made before.
  void known(int fold, FoldResult run) {
    runs[fold] = run;
  }

  /// The fit to a fold, unless there is a run of it.
  Optional<Callable<FoldResult>> task(int fold, FoldFits fits, Tracker tracker) {
    return runs[fold] != null ? Optional.empty() : Optional.of(() -> {
      FoldResult run = fits.run(number, point, fold);
      add(fold, run, tracker);
      return run;
    });
  }

  private synchronized void add(int fold, FoldResult run, Tracker tracker) {
    runs[fold] = run;
    if (Arrays.asList(runs).contains(null)) {
      tracker.fitted();
    } else {
      tracker.fitted(verdict().trial());
    }
  }

  /// The trial, and what it predicted for each row while that row was held out.
  synchronized FullCrossValidation.Finalist finalist() {
    TrialOutcome verdict = verdict();
    if (verdict.labels().isEmpty()) {
      return new FullCrossValidation.Finalist(verdict.trial(), new double[0]);
    }
    double[] outOfFold =
        new double[folds.list().stream().mapToInt(fold -> fold.score().length).sum()];
    for (int f = 0; f < runs.length; f++) {
      int[] scored = folds.list().get(f).score();
      for (int i = 0; i < scored.length; i++) {
        outOfFold[scored[i]] = verdict.labels().get(f)[i];
      }
    }
    return new FullCrossValidation.Finalist(verdict.trial(), outOfFold);
  }

  private TrialOutcome verdict() {
    return TrialOutcome.of(number, point, List.of(runs), Trial.State.COMPLETE);
  }
}
