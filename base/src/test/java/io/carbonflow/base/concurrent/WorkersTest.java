// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {

  @Test
  void giveResultsInTheOrderOfTheTasks() throws Exception {
    try (var workers = new Workers(4)) {
      List<Integer> wanted = IntStream.range(0, 100).boxed().toList();
      assertEquals(wanted, workers.all(wanted.stream().map(i -> slow(i)).toList()));
    }
  }

  private static Callable<Integer> slow(int i) {
    return () -> {
      Thread.sleep((100 - i) / 20);
      return i;
    };
  }

  @Test
  void giveNothingForNoTasks() throws Exception {
    try (var workers = new Workers(1)) {
      assertEquals(List.of(), workers.all(List.of()));
    }
  }

  @Test
  void keepParallelStreamsOnTheirOwnThreads() throws Exception {
    for (int threads : new int[] {1, 3}) {
      var busy = new AtomicInteger();
      var most = new AtomicInteger();
      Callable<Integer> streaming = () -> IntStream.range(0, 200).parallel()
          .map(i -> {
            most.accumulateAndGet(busy.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            busy.decrementAndGet();
            return i;
          })
          .sum();
      try (var workers = new Workers(threads)) {
        assertEquals(
            Collections.nCopies(20, 19_900), workers.all(Collections.nCopies(20, streaming)));
      }
      assertTrue(most.get() <= threads, most + " of " + threads);
    }
  }

  @Test
  void runOneTaskAfterTheOtherOnOneThread() throws Exception {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (var workers = new Workers(1)) {
      workers.all(Collections.nCopies(50, () -> threads.add(Thread.currentThread())));
    }
    assertEquals(1, threads.size());
    assertFalse(threads.contains(Thread.currentThread()));
  }

  @Test
  void takeTasksFromTasks() throws Exception {
    try (var workers = new Workers(1)) {
      Callable<List<Integer>> outer = () -> workers.all(List.of(() -> 1, () -> 2));
      assertEquals(List.of(List.of(1, 2)), workers.all(List.of(outer)));
    }
  }

  @Test
  void areAtLeastOne() {
    assertThrows(IllegalArgumentException.class, () -> new Workers(0));
  }
}
