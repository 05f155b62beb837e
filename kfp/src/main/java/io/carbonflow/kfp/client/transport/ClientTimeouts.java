// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

import module java.base;
import io.carbonflow.base.retry.RetryPolicy;

/// How long the client waits for an answer, and how often it asks.
///
/// @param connect how long the making of a connection may take
/// @param answer how long a server may stay silent: until the headers of its answer, and between two
///     parts of its content
/// @param retry how often a safe request is sent
/// @param poll the time between two looks at a run that is waited for
public record ClientTimeouts(
    Duration connect, Duration answer, RetryPolicy retry, Duration poll) {

  /// For people and for CI: a server that restarts is waited for some ten seconds.
  public static final ClientTimeouts STANDARD = new ClientTimeouts(
      Duration.ofSeconds(10), Duration.ofSeconds(60), new RetryPolicy(5, Duration.ofMillis(500),
          Duration.ofSeconds(30), RetryPolicy.Growth.DOUBLING), Duration.ofSeconds(5));

  /// Checks that no duration is zero or less.
  public ClientTimeouts {
    if (!connect.isPositive() || !answer.isPositive() || !poll.isPositive()) {
      throw new IllegalArgumentException("no patience at all");
    }
  }

  /// The same with another time limit for answers.
  public ClientTimeouts withAnswer(Duration limit) {
    return new ClientTimeouts(connect, limit, retry, poll);
  }

  /// The same for a client that watches something for hours: it outlasts a server that is away for
  /// minutes.
  public ClientTimeouts forWatching() {
    return new ClientTimeouts(connect, answer, retry.withAttempts(retry.attempts() * 3), poll);
  }
}
