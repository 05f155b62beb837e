// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.concurrent.Workers;

/// Scores the best trials of the first fold on the second, side by side.
final class SecondRung {
  private final Space space;
  private final FoldFits fits;
  private final Workers workers;

  /// The runs by the trials' numbers, so that the last round need not fit them again.
  private final Map<Integer, FoldResult> runs = new ConcurrentHashMap<>();

  SecondRung(Space space, FoldFits fits, Workers workers) {
    this.space = space;
    this.fits = fits;
    this.workers = workers;
  }

  List<Trial> play(List<Trial> trials, Tracker tracker) throws InterruptedException {
    return workers.all(trials.stream().map(trial -> task(trial, tracker)).toList());
  }

  /// What a trial did on the second fold, if it was this object that fitted it.
  Optional<FoldResult> run(int number) {
    return Optional.ofNullable(runs.get(number));
  }

  private Callable<Trial> task(Trial trial, Tracker tracker) {
    return () -> {
      FoldResult run = fits.run(trial.number(), trial.hyperparameters().only(space), 1);
      runs.put(trial.number(), run);
      tracker.fitted();
      return TrialOutcome.and(trial, run);
    };
  }
}
