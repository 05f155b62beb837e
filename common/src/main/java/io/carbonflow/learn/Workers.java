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
    List<Future<T>> futures = new ArrayList<>(pieces.size());
    try {
      pieces.forEach(piece -> futures.add(pool.submit((Callable<T>) piece::call)));
      List<T> results = new ArrayList<>(pieces.size());
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } finally {
      futures.forEach(future -> future.cancel(true));
    }
  }

  /// Does one piece of work on these threads.
  public <T> T one(Callable<T> piece) throws InterruptedException {
    return all(List.of(piece)).getFirst();
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    Throwable cause = e.getCause();
    while (cause.getCause() != null && cause.getClass() == RuntimeException.class) {
      cause = cause.getCause(); // the pool wraps checked exceptions
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException runtime
        ? runtime : new IllegalStateException(cause.toString(), cause);
  }

  /// Ends the threads; work that runs is interrupted.
  @Override
  public void close() {
    pool.shutdownNow();
  }
}
