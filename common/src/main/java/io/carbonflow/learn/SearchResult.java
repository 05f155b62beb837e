// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// What a search found.
///
/// @param plan what was searched for
/// @param trials all trials, in the order of their numbers
/// @param bestNumber the trial with the highest mean R² over all folds; of equal ones the first
/// @param outOfFold for each training row the label that the best trial predicted when it was
///     fitted to the other folds
public record SearchResult(
    SearchPlan plan, List<Trial> trials, int bestNumber, double[] outOfFold) {

  /// Copies the trials and checks that they are numbered and the best one is complete.
  ///
  /// @throws IllegalArgumentException if not
  public SearchResult {
    trials = List.copyOf(trials);
    for (int i = 0; i < trials.size(); i++) {
      if (trials.get(i).number() != i) {
        throw new IllegalArgumentException(
            "trial " + trials.get(i).number() + " stands at place " + i);
      }
    }
    if (bestNumber < 0 || bestNumber >= trials.size()
        || trials.get(bestNumber).state() != Trial.State.COMPLETE) {
      throw new IllegalArgumentException("the best trial, " + bestNumber + ", is not complete");
    }
  }

  /// The best trial. Its mean and deviation are the search's cross-validated R².
  public Trial best() {
    return trials.get(bestNumber);
  }
}
