// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.transport;

import module java.base;
import java.net.http.HttpResponse.BodySubscriber;

/// The content of an answer, part by part as it arrives, for the thread that asked. The next part is
/// fetched when one was taken, so neither a long answer nor a slow reader fills the memory.
final class AnswerParts implements BodySubscriber<AnswerParts> {
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

  /// What came next.
  private sealed interface Signal {}

  private record Part(List<ByteBuffer> buffers) implements Signal {}

  private record Failed(Throwable failure) implements Signal {}

  private record End() implements Signal {}

  @Override
  public CompletionStage<AnswerParts> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription one) {
    if (subscription.complete(one)) {
      one.request(1);
    } else {
      one.cancel();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    signals.add(new Part(buffers));
  }

  @Override
  public void onError(Throwable failure) {
    signals.add(new Failed(failure));
  }

  @Override
  public void onComplete() {
    signals.add(new End());
  }

  /// The next part.
  ///
  /// @param patience how long the server may stay silent
  /// @return empty at the end
  /// @throws ExecutionException if the answer breaks off
  /// @throws TimeoutException if nothing comes
  Optional<List<ByteBuffer>> next(Duration patience)
      throws ExecutionException, TimeoutException, InterruptedException {
    return switch (signals.poll(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      case null -> throw new TimeoutException();
      case Failed(Throwable failure) -> throw new ExecutionException(failure);
      case End _ -> Optional.empty();
      case Part(List<ByteBuffer> buffers) -> {
        var _ = subscription.thenAccept(one -> one.request(1));
        yield Optional.of(buffers);
      }
    };
  }

  /// Gives up what has not come yet; of no effect at the end.
  void cancel() {
    var _ = subscription.thenAccept(Flow.Subscription::cancel);
  }
}
