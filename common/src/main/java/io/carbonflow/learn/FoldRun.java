package io.carbonflow.learn;

/// How one fit on one fold went.
sealed interface FoldRun {

  /// It was scored.
  ///
  /// @param staged what it predicted
  /// @param r2 R² on the Box-Cox scale at each stage
  record Scored(Estimator.Staged staged, double[] r2) implements FoldRun {}

  /// It threw an exception or predicted something that is not a number.
  record Failed(String reason) implements FoldRun {}
}
