// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// One choice of hyperparameters and how it did.
///
/// @param number from 0; together with the plan it decides the choice, except with [Sampling#TPE]
/// @param state how far it came
/// @param failure why it failed; empty unless it did
/// @param hyperparameters the choice, with the number of trees at which it did best
/// @param foldScores R² on the scale of scores for each fold it was scored on, in order; empty if it
///     failed
public record Trial(
    int number,
    State state,
    String failure,
    Hyperparameters hyperparameters,
    List<Double> foldScores) {

  /// How far a trial came.
  public enum State {
    /// It was scored on the first fold, or the first two, and others were better.
    HALTED,
    /// It was scored on all folds.
    COMPLETE,
    /// A fit threw an exception or predicted something that is not a number.
    FAILED
  }

  /// Trials with a higher mean score first, of equal ones the lower number; failed ones last.
  public static final Comparator<Trial> BEST_FIRST =
      Comparator.comparingDouble(Trial::mean).reversed().thenComparingInt(Trial::number);

  /// Checks that state, failure and scores agree.
  ///
  /// @throws IllegalArgumentException if they do not
  public Trial {
    foldScores = List.copyOf(foldScores);
    boolean failed = state == State.FAILED;
    if (number < 0 || failed == failure.isEmpty() || failed != foldScores.isEmpty()) {
      throw new IllegalArgumentException(
          "trial " + number + " " + Id.of(state) + " with scores " + foldScores
              + " and failure \"" + failure + "\"");
    }
  }

  /// The mean R² of the folds it was scored on; −∞ if it failed.
  public double mean() {
    return foldScores.stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /// The standard deviation of the folds' R², with the number of folds as divisor; 0 for one fold,
  /// NaN if it failed.
  public double deviation() {
    double mean = mean();
    double squares = foldScores.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
    return Math.sqrt(squares / foldScores.size());
  }

  /// This trial, failed for a reason.
  static Trial failed(int number, Hyperparameters point, String reason) {
    return new Trial(number, State.FAILED, reason, point, List.of());
  }
}
