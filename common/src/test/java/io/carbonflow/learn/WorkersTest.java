package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {

  @Test
  void resultsComeInTheOrderOfTheWork() throws Exception {
    try (Workers workers = new Workers(3)) {
      List<Callable<Integer>> work = IntStream.range(0, 100)
          .<Callable<Integer>>mapToObj(i -> () -> i * i).toList();
      assertEquals(IntStream.range(0, 100).map(i -> i * i).boxed().toList(), workers.all(work));
    }
  }

  @Test
  void workRunsSideBySide() throws Exception {
    try (Workers workers = new Workers(2)) {
      CyclicBarrier both = new CyclicBarrier(2);
      workers.all(List.<Callable<Integer>>of(
          () -> both.await(20, TimeUnit.SECONDS), () -> both.await(20, TimeUnit.SECONDS)));
    }
  }

  @Test
  void oneThreadStaysOneEvenForParallelStreamsInside() throws Exception {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    try (Workers workers = new Workers(1)) {
      workers.one(() -> IntStream.range(0, 1000).parallel()
          .peek(_ -> threads.add(Thread.currentThread().getName())).sum());
    }
    assertEquals(1, threads.size(), threads::toString);
  }

  @Test
  void aFailureComesOutAsItWas() {
    try (Workers workers = new Workers(2)) {
      var e = assertThrows(IllegalStateException.class, () -> workers.all(
          List.<Callable<Integer>>of(() -> 1, () -> {
            throw new IllegalStateException("broken");
          })));
      assertEquals("broken", e.getMessage());
    }
  }

  @Test
  void anInterruptedCallerStopsWaitingAndItsWorkIsDropped() throws Exception {
    try (Workers workers = new Workers(1)) {
      CountDownLatch never = new CountDownLatch(1);
      CountDownLatch started = new CountDownLatch(1);
      Thread[] caller = new Thread[1];
      boolean[] interrupted = new boolean[1];
      caller[0] = Thread.ofPlatform().start(() -> {
        try {
          workers.all(List.<Callable<Integer>>of(() -> {
            started.countDown();
            never.await(1, TimeUnit.SECONDS);
            return 1;
          }));
        } catch (InterruptedException _) {
          interrupted[0] = true;
        }
      });
      started.await();
      caller[0].interrupt();
      caller[0].join();
      assertTrue(interrupted[0]);
    }
  }
}
