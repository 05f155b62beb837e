// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.concurrent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/// The threads that a process computes on. All work goes through one of these, so no more threads
/// are busy than were asked for. A parallel stream inside a task stays on the same threads, because
/// a task runs in a fork-join pool.
///
/// Safe to use from many threads at once. A task may itself call [#all].
///
/// ```java
/// try (Workers workers = new Workers(4)) {
///   List<Integer> lengths = workers.all(List.of("a".repeat(3)::length, "b".repeat(5)::length));
/// }
/// ```
public final class Workers implements AutoCloseable {
  private final ForkJoinPool pool;
  private final Set<CompletableFuture<?>> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /// Starts no thread yet; each is started when it is needed.
  ///
  /// @param threads how many threads may be busy at once, at least 1
  /// @throws IllegalArgumentException if there are fewer
  public Workers(int threads) {
    pool = new ForkJoinPool(threads, Workers::named, null, false);
  }

  private static ForkJoinWorkerThread named(ForkJoinPool pool) {
    var thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
    thread.setName("carbonflow-" + thread.threadId());
    return thread;
  }

  /// How many threads may be busy at once.
  public int threads() {
    return pool.getParallelism();
  }

  /// Runs all tasks, begun in the order given, and waits for them. As soon as one fails the others
  /// are cancelled: those not begun never run, those under way are interrupted and not waited for.
  ///
  /// @return the results in the order of the tasks; a task may not return null
  /// @throws RuntimeException or an [Error], the very one that the first failed task threw
  /// @throws CompletionException around the checked exception that the first failed task threw
  /// @throws InterruptedException if this thread is interrupted while it waits; the tasks are
  ///     cancelled as after a failure
  /// @throws CancellationException if [#close] was called before or is called meanwhile
  public <T> List<T> all(List<? extends Callable<? extends T>> tasks) throws InterruptedException {
    var batch = new Batch<T>(tasks.size());
    List<ForkJoinTask<?>> started = new ArrayList<>();
    boolean whole = false;
    waiting.add(batch.end);
    try {
      for (int i = 0; i < tasks.size(); i++) {
        started.add(pool.submit(ForkJoinTask.adaptInterruptible(batch.task(i, tasks.get(i)))));
      }
      List<T> results = batch.results();
      whole = true;
      return results;
    } catch (ExecutionException e) {
      throw closed ? new CancellationException("closed") : unchecked(e.getCause());
    } catch (RejectedExecutionException e) {
      throw new CancellationException("closed");
    } finally {
      waiting.remove(batch.end);
      if (!whole) {
        started.forEach(task -> task.cancel(true));
      }
    }
  }

  /// Interrupts what is under way and takes no more. Does not wait: a task that ignores the
  /// interruption ends on a daemon thread, which does not keep the process alive.
  @Override
  public void close() {
    closed = true;
    pool.shutdownNow();
    waiting.forEach(end -> end.cancel(false));
  }

  private static RuntimeException unchecked(Throwable failure) {
    return switch (failure) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new CompletionException(failure);
    };
  }

  /// Tasks that are waited for together.
  private static final class Batch<T> {
    private final List<T> results;
    private final AtomicInteger left;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    Batch(int size) {
      results = new ArrayList<>(Collections.nCopies(size, null));
      left = new AtomicInteger(size);
      if (size == 0) {
        end.complete(null);
      }
    }

    Callable<Void> task(int place, Callable<? extends T> task) {
      return () -> {
        try {
          results.set(place, Objects.requireNonNull(task.call()));
          if (left.decrementAndGet() == 0) {
            end.complete(null);
          }
        } catch (Throwable failure) {
          end.completeExceptionally(failure);
        }
        return null;
      };
    }

    List<T> results() throws InterruptedException, ExecutionException {
      end.get();
      return List.copyOf(results);
    }
  }
}
