// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersFailureTest {

  @Test
  void throwWhatATaskThrewAndBeginNoOther() {
    var failure = new IllegalStateException("broken");
    var begun = new AtomicInteger();
    Callable<Integer> fails = () -> {
      throw failure;
    };
    List<Callable<Integer>> tasks = new ArrayList<>(List.of(fails));
    tasks.addAll(Collections.nCopies(1000, () -> {
      Thread.sleep(10);
      return begun.incrementAndGet();
    }));
    try (var workers = new Workers(1)) {
      assertSame(failure, assertThrows(IllegalStateException.class, () -> workers.all(tasks)));
    }
    assertTrue(begun.get() < 100, begun + " tasks were run anyway");
  }

  @Test
  void interruptWhatIsUnderWayWhenATaskFails() throws Exception {
    var sleeping = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    Callable<Integer> sleeps = () -> {
      sleeping.countDown();
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        interrupted.countDown();
      }
      return 1;
    };
    Callable<Integer> fails = () -> {
      sleeping.await();
      throw new IllegalStateException();
    };
    try (var workers = new Workers(2)) {
      assertThrows(IllegalStateException.class, () -> workers.all(List.of(sleeps, fails)));
      interrupted.await();
    }
  }

  @Test
  void wrapCheckedExceptions() {
    var cause = new FileNotFoundException();
    try (var workers = new Workers(1)) {
      Callable<Integer> fails = () -> {
        throw cause;
      };
      var e = assertThrows(CompletionException.class, () -> workers.all(List.of(fails)));
      assertSame(cause, e.getCause());
    }
  }

  @Test
  void stopWhenTheWaitingThreadIsInterrupted() throws Exception {
    var sleeping = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    try (var workers = new Workers(1)) {
      var waiting = Thread.currentThread();
      Thread.ofVirtual().start(() -> {
        try {
          sleeping.await();
        } catch (InterruptedException _) {
          return;
        }
        waiting.interrupt();
      });
      Callable<Integer> sleeps = () -> {
        sleeping.countDown();
        try {
          Thread.sleep(60_000);
        } catch (InterruptedException e) {
          interrupted.countDown();
        }
        return 1;
      };
      assertThrows(InterruptedException.class, () -> workers.all(List.of(sleeps)));
      interrupted.await();
    }
  }

  @Test
  void goOnAfterAFailure() throws Exception {
    try (var workers = new Workers(2)) {
      Callable<Integer> fails = () -> {
        throw new IllegalStateException();
      };
      assertThrows(IllegalStateException.class, () -> workers.all(List.of(fails)));
      assertEquals(List.of(1), workers.all(List.of(() -> 1)));
    }
  }

  @Test
  void letNobodyWaitOnceClosed() throws Exception {
    var workers = new Workers(1);
    var sleeping = new CountDownLatch(1);
    Callable<Integer> sleeps = () -> {
      sleeping.countDown();
      Thread.sleep(60_000);
      return 1;
    };
    var waiting = new CompletableFuture<Throwable>();
    Thread.ofVirtual().start(() -> waiting.complete(
        assertThrows(Throwable.class, () -> workers.all(List.of(sleeps, sleeps)))));
    sleeping.await();
    workers.close();
    assertInstanceOf(CancellationException.class, waiting.get());
  }

  @Test
  void takeNothingOnceClosed() {
    var workers = new Workers(1);
    workers.close();
    assertThrows(CancellationException.class, () -> workers.all(List.of(() -> 1)));
  }
}
