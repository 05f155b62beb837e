// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// Everything that decides the result of a search, except for the training rows. Parts of one search
/// that ran on different machines have the same plan.
///
/// @param estimator the estimator's name
/// @param dataset what the training rows are called
/// @param sampling how trials are chosen
/// @param trials how many trials are asked for, at least 1; a small grid has fewer
/// @param folds how many folds the training rows are dealt to, at least 2
/// @param seed decides every random choice
/// @param halving whether only the best quarter of the trials goes on after the first fold, and of these the better half
///     after the second; without it all do, which costs about three times as much and serves comparisons
public record SearchPlan(
    String estimator,
    String dataset,
    Sampling sampling,
    int trials,
    int folds,
    long seed,
    boolean halving) {
  private static final int FEWEST_FINALISTS = 3;

  /// Checks the number of trials; [Folds#of] checks the folds.
  ///
  /// @throws Problem if there is no trial
  public SearchPlan {
    if (trials < 1) {
      throw new Problem(Place.of("trials"), trials + " is too few", "give 1 or more");
    }
  }

  /// The seed of the fit to all training rows, once the best trial is known.
  public long finalSeed() {
    return new Seed(seed).with("final fit").with(estimator).value();
  }

  /// The seed of a trial's fit on one fold.
  long fitSeed(int trial, int fold) {
    return new Seed(seed).with("fit").with(trial).with(fold).value();
  }

  /// How many fits a search of some trials takes, if none fails.
  int fits(int trials) {
    int survivors = survivors(trials);
    return trials + (hasSecondRung()
        ? survivors + finalists(survivors) * (folds - 2)
        : survivors * (folds - 1));
  }

  /// How many of some trials go on after the first fold.
  int survivors(int screened) {
    return halving ? Math.ceilDiv(screened, 4) : screened;
  }

  /// Whether the second fold decides who is promoted to all folds.
  boolean hasSecondRung() {
    return halving && folds > 2;
  }

  /// How many are promoted to all folds, of those that went on to the second.
  int finalists(int survivors) {
    return hasSecondRung() ? Math.min(survivors, Math.max(FEWEST_FINALISTS, Math.ceilDiv(survivors, 2))) : survivors;
  }
}
