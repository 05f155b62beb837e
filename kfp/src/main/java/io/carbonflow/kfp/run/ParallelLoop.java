// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;

/// Runs the rounds of a loop side by side. What runs beside one that fails is stopped.
final class ParallelLoop {
  private ParallelLoop() {}

  /// Runs all.
  ///
  /// @param most how many at a time
  /// @return their results, in order
  /// @throws Exception the first failure, when all have ended
  static <T> List<T> run(List<Callable<T>> all, int most) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(
        Math.max(1, most), Thread.ofPlatform().daemon().name("round-", 0).factory());
    try {
      var completion = new ExecutorCompletionService<T>(threads);
      List<Future<T>> started = all.stream().map(completion::submit).toList();
      for (int i = 0; i < all.size(); i++) {
        completion.take().get();
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : started) {
        results.add(one.resultNow());
      }
      return results;
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case Exception cause -> cause;
        case Error error -> throw error;
        case null, default -> e;
      };
    } finally {
      threads.shutdownNow();
      while (!threads.isTerminated()) {
        awaitUninterruptibly(threads);
      }
    }
  }

  private static void awaitUninterruptibly(ExecutorService threads) {
    try {
      threads.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException _) {
      threads.shutdownNow(); // The rounds have to know as well that nobody waits for them any more.
    }
  }
}
