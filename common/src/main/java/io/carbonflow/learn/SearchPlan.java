package io.carbonflow.learn;

/// What a search shall do.
///
/// @param method how trials are picked
/// @param iterations how many trials there are at most, at least 1
/// @param folds how many folds a cross-validation has, at least 2
/// @param seed decides every random choice
/// @param halving whether only the best quarter on the first fold goes on to all folds
public record SearchPlan(
    SearchMethod method, int iterations, int folds, long seed, boolean halving) {

  /// Checks the ranges.
  public SearchPlan {
    if (iterations < 1 || folds < 2) {
      throw new IllegalArgumentException(iterations + " iterations, " + folds + " folds");
    }
  }
}
