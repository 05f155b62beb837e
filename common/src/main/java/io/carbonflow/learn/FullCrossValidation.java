// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// Some survivors of a search after all folds: all of them, or what one machine did.
///
/// @param plan the search
/// @param finalists the trials with what they predicted
public record FullCrossValidation(SearchPlan plan, List<Finalist> finalists) {

  /// A trial that was scored on every fold.
  ///
  /// @param trial complete or failed
  /// @param outOfFold for each training row the label predicted by the fit that did not see it;
  ///     empty if the trial failed
  public record Finalist(Trial trial, double[] outOfFold) {

    /// Checks that a trial has labels if and only if it is complete.
    ///
    /// @throws IllegalArgumentException if not
    public Finalist {
      if ((trial.state() == Trial.State.COMPLETE) != outOfFold.length > 0
          || trial.state() == Trial.State.HALTED) {
        throw new IllegalArgumentException("trial " + trial.number() + " is "
            + Id.of(trial.state()) + " with " + outOfFold.length + " labels");
      }
    }
  }

  /// Copies the list.
  public FullCrossValidation {
    finalists = List.copyOf(finalists);
  }
}
