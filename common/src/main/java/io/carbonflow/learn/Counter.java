package io.carbonflow.learn;

/// Counts fits for a [Progress].
final class Counter {
  private final Progress progress;
  private final int total;
  private int done;
  private double best = Double.NEGATIVE_INFINITY;

  Counter(Progress progress, int total) {
    this.progress = progress;
    this.total = total;
  }

  /// A fit has ended with this R².
  synchronized void fitted(double r2) {
    done = Math.min(done + 1, total);
    best = Math.max(best, r2);
    progress.fitted(done, total, best);
  }

  /// Fits that were expected will not be made.
  synchronized void dropped(int fits) {
    if (fits > 0) {
      done = (int) Math.min((long) done + fits, total);
      progress.fitted(done, total, best);
    }
  }
}
