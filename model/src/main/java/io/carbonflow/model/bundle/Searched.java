// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

/// How an estimator's hyperparameters were searched: all that is needed to search them again.
///
/// @param sampling how trials were picked, `random`
/// @param trials how many were asked for
/// @param folds of the cross-validation
/// @param halving whether only the best trials on the first fold went on to the others
public record Searched(String sampling, int trials, int folds, boolean halving) {

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if no search has them
  public Searched {
    if (trials < 1 || folds < 2) {
      throw new IllegalArgumentException(
          "a search of " + trials + " trials on " + folds + " folds");
    }
  }
}
