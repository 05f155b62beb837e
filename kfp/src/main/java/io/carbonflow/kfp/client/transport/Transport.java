// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

import module java.base;
import io.carbonflow.base.retry.RetryPolicy;

/// Sends requests, and sends them again where that does no harm.
///
/// @param exchange sends once
/// @param timeouts how often and how long
/// @param journal takes a line for each pause
public record Transport(Exchange exchange, ClientTimeouts timeouts, Consumer<String> journal) {

  /// Asks for something, as often as it takes.
  ///
  /// @return the answer; also one that says no
  /// @throws io.carbonflow.base.fault.Problem if there is no answer, or no login
  public HttpAnswer ask(Call call) throws InterruptedException {
    if (!call.isSafe()) {
      throw new IllegalArgumentException(call.method() + " is not safe to repeat");
    }
    try {
      return send(call);
    } catch (IndeterminateResult e) {
      throw new IllegalStateException("what is safe to repeat is never lost", e);
    }
  }

  /// Sends a request that has an effect.
  ///
  /// @return the answer; also one that says no
  /// @throws IndeterminateResult if it is not known whether it has had its effect
  /// @throws io.carbonflow.base.fault.Problem if it cannot have had one
  public HttpAnswer send(Call call) throws IndeterminateResult, InterruptedException {
    return timeouts.retry().run(round -> attempt(call, round), (pause, number) ->
        journal.accept("trying again in " + pause.toMillis() + " ms, attempt " + number
            + " of " + timeouts.retry().attempts()));
  }

  private Optional<HttpAnswer> attempt(Call call, RetryPolicy.Round round)
      throws IndeterminateResult, InterruptedException {
    try {
      HttpAnswer answer = exchange.exchange(call);
      if (answer.isAway() && !call.isSafe()) {
        throw new IndeterminateResult((answer.status() + " " + Refusal.reason(answer)).strip(), null);
      }
      answer.retryAfter().ifPresent(round::pause);
      return round.isLast() || answer.status() != 429 && !answer.isAway()
          ? Optional.of(answer) : Optional.empty();
    } catch (TransportException e) {
      if (e.wasSent() && !call.isSafe()) {
        throw new IndeterminateResult(e.getMessage(), e);
      }
      if (round.isLast() || e.isHopeless()) {
        throw e.problem();
      }
      return Optional.empty();
    }
  }

  /// This transport for a client that watches something for hours.
  public Transport forWatching() {
    return new Transport(exchange, timeouts.forWatching(), journal);
  }
}
