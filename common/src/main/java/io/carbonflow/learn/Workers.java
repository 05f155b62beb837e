package io.carbonflow.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;

/// The threads that compute, shared by everything in a process, so that tasks side by side do not
/// ask for more than there are. Parallel streams inside a piece of work stay on the same threads.
public final class Workers implements AutoCloseable {
  private final ForkJoinPool pool;

  /// Starts the threads.
  ///
  /// @param threads how many, at least 1
  public Workers(int threads) {
    pool = new ForkJoinPool(threads, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);
  }

  /// Does all pieces of work and gives their results in the order of the pieces.
  ///
  /// @throws InterruptedException if the calling thread is interrupted; what has not begun is
  ///     dropped
  /// @throws RuntimeException the first failure in the order of the pieces; the rest is dropped
  public <T> List<T> all(List<? extends Callable<T>> pieces) throws InterruptedException {
    List<Future<Outcome<T>>> futures = new ArrayList<>(pieces.size());
    try {
      for (Callable<T> piece : pieces) {
        futures.add(pool.submit((Callable<Outcome<T>>) () -> Outcome.of(piece)));
      }
      List<T> results = new ArrayList<>(pieces.size());
      for (Future<Outcome<T>> future : futures) {
        results.add(future.get().result());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a piece of work ended without an outcome", e);
    } finally {
      futures.forEach(future -> future.cancel(true));
    }
  }

  /// What a piece of work came to. A pool hands exceptions over as copies and wrapped; this keeps
  /// the exception itself.
  private record Outcome<T>(T value, Throwable failure) {
    static <T> Outcome<T> of(Callable<T> piece) {
      try {
        return new Outcome<>(piece.call(), null);
      } catch (Throwable e) {
        return new Outcome<>(null, e);
      }
    }

    T result() throws InterruptedException {
      switch (failure) {
        case null -> {
          return value;
        }
        case InterruptedException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new IllegalStateException(failure.toString(), failure);
      }
    }
  }

  /// Does one piece of work on these threads.
  public <T> T one(Callable<T> piece) throws InterruptedException {
    return all(List.of(piece)).getFirst();
  }

  /// Ends the threads; work that runs is interrupted.
  @Override
  public void close() {
    pool.shutdownNow();
  }
}
