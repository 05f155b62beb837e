// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

/// How one fit on one fold went.
sealed interface FoldResult {

  /// It was scored.
  ///
  /// @param staged what it predicted
  /// @param r2 R² on the scale of scores at each stage
  record Scored(Estimator.StagedPredictions staged, double[] r2) implements FoldResult {}

  /// It threw an exception or predicted something that is not a number.
  record Failed(String reason) implements FoldResult {}
}
