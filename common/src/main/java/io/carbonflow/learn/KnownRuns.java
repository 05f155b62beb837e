// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// Fits single trials on single folds and remembers what came of them, so that no later rung fits them again.
final class KnownRuns {
  private final FoldFits fits;
  private final Map<Fit, FoldResult> runs = new ConcurrentHashMap<>();

  private record Fit(int trial, int fold) {}

  KnownRuns(FoldFits fits) {
    this.fits = fits;
  }

  /// One fit, as [FoldFits#run] makes it.
  FoldResult run(int trial, Hyperparameters point, int fold) {
    FoldResult run = fits.run(trial, point, fold);
    runs.put(new Fit(trial, fold), run);
    return run;
  }

  /// What a trial did on a fold, if it was this object that fitted it.
  Optional<FoldResult> of(int trial, int fold) {
    return Optional.ofNullable(runs.get(new Fit(trial, fold)));
  }
}
