// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// Some trials of a search after the first fold: all of them, or what one machine did. Of all of them the best may also
/// have been scored on the second.
///
/// @param plan the search
/// @param trials each halted with its scores on these folds, or failed
public record Screening(SearchPlan plan, List<Trial> trials) {

  /// Copies the trials and checks that none has more than two scores.
  ///
  /// @throws IllegalArgumentException if one has
  public Screening {
    trials = List.copyOf(trials);
    for (Trial trial : trials) {
      if (trial.foldScores().size() > 2) {
        throw new IllegalArgumentException("trial " + trial.number() + " has more than two scores");
      }
    }
  }
}
