// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.concurrent.Workers;

/// Scores trials on the first fold, side by side where the sampler allows it.
final class FirstRung {
  private final Sampler sampler;
  private final KnownRuns runs;
  private final Workers workers;

  FirstRung(Sampler sampler, KnownRuns runs, Workers workers) {
    this.sampler = sampler;
    this.runs = runs;
    this.workers = workers;
  }

  List<Trial> play(int[] numbers, Tracker tracker) throws InterruptedException {
    if (!sampler.sequential()) {
      return workers.all(
          IntStream.of(numbers).mapToObj(number -> task(number, List.of(), tracker)).toList());
    }
    List<Trial> trials = new ArrayList<>();
    for (int number : numbers) {
      trials.addAll(workers.all(List.of(task(number, List.copyOf(trials), tracker))));
    }
    return trials;
  }

  private Callable<Trial> task(int number, List<Trial> earlier, Tracker tracker) {
    return () -> {
      Hyperparameters point = sampler.choose(number, earlier);
      FoldResult run = runs.run(number, point, 0);
      Trial trial = TrialOutcome.of(number, point, List.of(run), Trial.State.HALTED).trial();
      tracker.fitted(trial);
      return trial;
    };
  }
}
