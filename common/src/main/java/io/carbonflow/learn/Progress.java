package io.carbonflow.learn;

/// Is told how far a search is. Called from many threads, one call at a time.
@FunctionalInterface
public interface Progress {

  /// A fit has ended.
  ///
  /// @param done how many fits have ended
  /// @param total how many there will be
  /// @param best the best R² on a fold so far; −∞ before the first
  void fitted(int done, int total, double best);
}
