// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.concurrent.Workers;

/// Scores the best trials of the first fold on the second, side by side.
final class SecondRung {
  private final Space space;
  private final KnownRuns runs;
  private final Workers workers;

  SecondRung(Space space, KnownRuns runs, Workers workers) {
    this.space = space;
    this.runs = runs;
    this.workers = workers;
  }

  List<Trial> play(List<Trial> trials, Tracker tracker) throws InterruptedException {
    return workers.all(trials.stream().map(trial -> task(trial, tracker)).toList());
  }

  private Callable<Trial> task(Trial trial, Tracker tracker) {
    return () -> {
      FoldResult run = runs.run(trial.number(), trial.hyperparameters().only(space), 1);
      tracker.fitted();
      return TrialOutcome.and(trial, run);
    };
  }
}
