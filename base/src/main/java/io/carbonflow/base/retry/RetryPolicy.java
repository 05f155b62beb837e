// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.retry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// How often something is tried, and how long the pauses between are. What may be tried again is
/// said by who tries.
///
/// ```java
/// var policy = new RetryPolicy(
///     5, Duration.ofMillis(500), Duration.ofSeconds(30), RetryPolicy.Growth.DOUBLING);
/// Path file = Path.of("done");
/// boolean there = policy.run(round -> Files.exists(file) ? Optional.of(true)
///     : round.isLast() ? Optional.of(false) : Optional.empty());
/// ```
///
/// @param attempts how often it is tried at most, positive
/// @param first the pause before the second attempt, positive
/// @param longest what no pause is longer than, even if a server asks for more, positive
/// @param growth how long further pauses are
public record RetryPolicy(int attempts, Duration first, Duration longest, Growth growth) {

  /// How pauses grow.
  public enum Growth {
    /// Each is as much longer as the first one is long.
    LINEAR,
    /// Each is twice as long, its full length or as little as half of it, at random, so that many
    /// clients do not come back at once.
    DOUBLING
  }

  /// Something that may have to be tried again.
  @FunctionalInterface
  public interface Attempt<T, X extends Exception> {
    /// Tries once.
    ///
    /// @return what came of it; empty if it is to be tried again, which the last attempt cannot be
    Optional<T> make(Round round) throws X, InterruptedException;
  }

  /// Takes note of a pause.
  @FunctionalInterface
  public interface Journal {
    /// Is notified before the pause.
    ///
    /// @param number of the attempt that comes after it, from 2
    void pausing(Duration pause, int number);
  }

  /// One attempt of several.
  public static final class Round {
    private final boolean last;
    private Duration pause;

    private Round(boolean last, Duration pause) {
      this.last = last;
      this.pause = pause;
    }

    /// Whether there is none after it.
    public boolean isLast() {
      return last;
    }

    /// Has the next one wait for this long, as a server asks for.
    public void pause(Duration asked) {
      pause = asked;
    }
  }

  /// Checks that there is an attempt, and that no pause is zero or less.
  public RetryPolicy {
    if (attempts < 1 || !first.isPositive() || !longest.isPositive()) {
      throw new IllegalArgumentException("no patience at all");
    }
  }

  /// The same with other attempts.
  public RetryPolicy withAttempts(int attempts) {
    return new RetryPolicy(attempts, first, longest, growth);
  }

  /// Tries as often as it takes.
  public <T, X extends Exception> T run(Attempt<T, X> attempt) throws X, InterruptedException {
    return run(attempt, (pause, number) -> { });
  }

  /// Tries as often as it takes.
  ///
  /// @param journal is notified of each pause before it begins
  public <T, X extends Exception> T run(Attempt<T, X> attempt, Journal journal)
      throws X, InterruptedException {
    for (int number = 1; ; number++) {
      Round round = new Round(number >= attempts, pause(number));
      Optional<T> result = attempt.make(round);
      if (result.isPresent() || round.last) {
        return result.orElseThrow();
      }
      Duration pause = least(round.pause);
      journal.pausing(pause, number + 1);
      Thread.sleep(pause);
    }
  }

  /// Tries without pauses, where others have been faster.
  ///
  /// @param attempts how often at most
  /// @return empty if no attempt has come to anything
  public static <T> Optional<T> atOnce(int attempts, Supplier<Optional<T>> attempt) {
    return Stream.generate(attempt).limit(attempts).flatMap(Optional::stream).findFirst();
  }

  /// The pause after an attempt.
  ///
  /// @param number of the attempt, from 1
  Duration pause(int number) {
    if (growth == Growth.LINEAR) {
      return least(first.multipliedBy(number));
    }
    Duration full = first.multipliedBy(1L << Math.min(number - 1, 30));
    long millis = Math.max(1, least(full).toMillis());
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong((millis + 1) / 2, millis + 1));
  }

  private Duration least(Duration duration) {
    return duration.compareTo(longest) < 0 ? duration : longest;
  }
}
