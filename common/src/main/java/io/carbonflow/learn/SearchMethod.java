package io.carbonflow.learn;

/// How a search picks what to try.
public enum SearchMethod {
  /// The points of a grid, in an order that the seed decides.
  GRID,
  /// Independent draws (Bergstra and Bengio, 2012).
  RANDOM,
  /// Draws that learn from the trials before them; one after the other, so it cannot be split.
  TPE
}
