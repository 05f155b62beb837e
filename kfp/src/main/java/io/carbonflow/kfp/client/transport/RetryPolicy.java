package io.carbonflow.kfp.client.transport;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long the client waits for an answer, and how often it asks.
///
/// @param connect how long the making of a connection may take
/// @param answer how long a whole answer may take
/// @param attempts how often a safe request is sent at most, positive
/// @param firstPause the pause before the second attempt; each further one is twice as long
/// @param longestPause what no pause is longer than, even if the server asks for more
/// @param poll the time between two looks at a run that is waited for
public record RetryPolicy(
    Duration connect,
    Duration answer,
    int attempts,
    Duration firstPause,
    Duration longestPause,
    Duration poll) {

  /// For people and for CI: a server that restarts is waited for some ten seconds.
  public static final RetryPolicy STANDARD = new RetryPolicy(
      Duration.ofSeconds(10), Duration.ofSeconds(60), 5, Duration.ofMillis(500),
      Duration.ofSeconds(30), Duration.ofSeconds(5));

  /// Checks that there is an attempt, and that no duration is zero or less.
  public RetryPolicy {
    if (attempts < 1 || !connect.isPositive() || !answer.isPositive() || !firstPause.isPositive()
        || !longestPause.isPositive() || !poll.isPositive()) {
      throw new IllegalArgumentException("no patience at all");
    }
  }

  /// This patience with another time limit for answers.
  public RetryPolicy withAnswer(Duration limit) {
    return new RetryPolicy(connect, limit, attempts, firstPause, longestPause, poll);
  }

  /// This patience for a client that watches something for hours: it outlasts a server that is
  /// away for minutes.
  public RetryPolicy forWatching() {
    return new RetryPolicy(connect, answer, attempts * 3, firstPause, longestPause, poll);
  }

  /// The pause after an attempt: its full length or as little as half of it, at random, so that
  /// many clients do not come back at once.
  ///
  /// @param attempt how many attempts there have been, from 1
  public Duration pause(int attempt) {
    Duration full = firstPause.multipliedBy(1L << Math.min(attempt - 1, 30));
    long millis = Math.max(1, least(full).toMillis());
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong((millis + 1) / 2, millis + 1));
  }

  /// A duration, or the longest pause if that is less.
  Duration least(Duration duration) {
    return duration.compareTo(longestPause) < 0 ? duration : longestPause;
  }
}
