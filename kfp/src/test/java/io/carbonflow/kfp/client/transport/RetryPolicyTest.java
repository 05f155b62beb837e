package io.carbonflow.kfp.client.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  @Test
  void pausesDoubleUpToALimitAndAreShortenedAtRandomByHalfAtMost() {
    for (int attempt = 1; attempt <= 80; attempt++) {
      Duration full = attempt > 6 ? RetryPolicy.STANDARD.longestPause()
          : RetryPolicy.STANDARD.firstPause().multipliedBy(1L << (attempt - 1));
      Set<Duration> seen = new HashSet<>();
      for (int i = 0; i < 50; i++) {
        Duration pause = RetryPolicy.STANDARD.pause(attempt);
        assertTrue(pause.compareTo(full) <= 0, attempt + ": " + pause);
        assertTrue(pause.multipliedBy(2).compareTo(full) >= 0, attempt + ": " + pause);
        seen.add(pause);
      }
      assertTrue(seen.size() > 1, "many clients would come back at once");
    }
  }

  @Test
  void whoWatchesIsMorePatient() {
    assertEquals(3 * RetryPolicy.STANDARD.attempts(), RetryPolicy.STANDARD.forWatching().attempts());
  }

  @Test
  void noPatienceAtAllIsRefused() {
    assertThrows(IllegalArgumentException.class,
        () -> RetryPolicy.STANDARD.withAnswer(Duration.ZERO));
  }
}
