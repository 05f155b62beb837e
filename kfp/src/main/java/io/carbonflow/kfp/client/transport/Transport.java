package io.carbonflow.kfp.client.transport;

import java.time.Duration;
import java.util.function.Consumer;

/// Sends requests, and sends them again where that does no harm.
///
/// @param exchange sends once
/// @param patience how often and how long
/// @param journal takes a line for each pause
public record Transport(Exchange exchange, RetryPolicy patience, Consumer<String> journal) {

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
  /// @throws LostAnswer if it is not known whether it has had its effect
  /// @throws io.carbonflow.base.fault.Problem if it cannot have had one
  public HttpAnswer send(Call call) throws IndeterminateResult, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt >= patience.attempts();
      Duration pause = patience.pause(attempt);
      try {
        HttpAnswer answer = exchange.exchange(call);
        if (answer.status() != 429 && !answer.isAway()) {
          return answer;
        }
        if (answer.isAway() && !call.isSafe()) {
          throw new IndeterminateResult((answer.status() + " " + Refusal.reason(answer)).strip(), null);
        }
        if (last) {
          return answer;
        }
        pause = answer.retryAfter().map(patience::least).orElse(pause);
      } catch (TransportException e) {
        if (e.wasSent() && !call.isSafe()) {
          throw new IndeterminateResult(e.getMessage(), e);
        }
        if (last || e.isHopeless()) {
          throw e.problem();
        }
      }
      journal.accept("trying again in " + pause.toMillis() + " ms, attempt " + (attempt + 1)
          + " of " + patience.attempts());
      Thread.sleep(pause);
    }
  }

  /// This transport for a client that watches something for hours.
  public Transport forWatching() {
    return new Transport(exchange, patience.forWatching(), journal);
  }
}
