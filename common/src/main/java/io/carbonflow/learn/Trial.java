package io.carbonflow.learn;

import java.util.List;

/// One choice of hyperparameters that a search tried.
///
/// @param number its number, from 0
/// @param chosen its hyperparameters; with the size of the model that did best, once it has been
///     scored
/// @param foldR2 R² on the Box-Cox scale on each fold it was scored on, from the first
/// @param state how far it came
/// @param reason why it failed; empty for the others
public record Trial(
    int number, Hyperparameters chosen, List<Double> foldR2, State state, String reason) {

  /// How far a trial came.
  public enum State {
    /// Scored on the first fold only: others did better there.
    HALTED,
    /// Scored on all folds.
    COMPLETE,
    /// Could not be fitted, or predicted something that is no number.
    FAILED
  }

  /// Copies the list.
  public Trial {
    foldR2 = List.copyOf(foldR2);
  }

  /// R² over the folds it was scored on; a mean of −∞ for a trial that failed.
  public Spread r2() {
    return Spread.of(foldR2);
  }
}
