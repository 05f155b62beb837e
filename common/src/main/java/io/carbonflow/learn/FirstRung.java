// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.concurrent.Workers;

/// Scores trials on the first fold, side by side where the sampler allows it.
final class FirstRung {
  private final Sampler sampler;
  private final FoldFits fits;
  private final Workers workers;

  /// The runs by the trials' numbers, so that the last round need not fit them again.
  private final Map<Integer, FoldResult> runs = new ConcurrentHashMap<>();

  FirstRung(Sampler sampler, FoldFits fits, Workers workers) {
    this.sampler = sampler;
    this.fits = fits;
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

  /// What a trial did on the first fold, if it was this object that fitted it.
  Optional<FoldResult> run(int number) {
    return Optional.ofNullable(runs.get(number));
  }

  private Callable<Trial> task(int number, List<Trial> earlier, Tracker tracker) {
    return () -> {
      Hyperparameters point = sampler.choose(number, earlier);
      FoldResult run = fits.run(number, point, 0);
      runs.put(number, run);
      Trial trial = TrialOutcome.of(number, point, List.of(run), Trial.State.HALTED).trial();
      tracker.fitted(trial);
      return trial;
    };
  }
}
