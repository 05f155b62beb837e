// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.retry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.retry.RetryPolicy.Growth;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private static final RetryPolicy DOUBLING = new RetryPolicy(
      5, Duration.ofMillis(500), Duration.ofSeconds(30), Growth.DOUBLING);
  private static final RetryPolicy HURRY =
      new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(5), Growth.LINEAR);

  private final List<String> pauses = new ArrayList<>();

  @Test
  void pausesDoubleUpToALimitAndAreShortenedAtRandomByHalfAtMost() {
    for (int attempt = 1; attempt <= 80; attempt++) {
      Duration full = attempt > 6 ? DOUBLING.longest()
          : DOUBLING.first().multipliedBy(1L << (attempt - 1));
      Set<Duration> seen = new HashSet<>();
      for (int i = 0; i < 50; i++) {
        Duration pause = DOUBLING.pause(attempt);
        assertTrue(pause.compareTo(full) <= 0, attempt + ": " + pause);
        assertTrue(pause.multipliedBy(2).compareTo(full) >= 0, attempt + ": " + pause);
        seen.add(pause);
      }
      assertTrue(seen.size() > 1, "many clients would come back at once");
    }
  }

  @Test
  void theLastAttemptSaysWhatCameOfIt() throws Exception {
    assertEquals("last", HURRY.run(
        round -> round.isLast() ? Optional.of("last") : Optional.empty(), this::note));
    assertEquals(List.of("PT0.001S 2", "PT0.002S 3"), pauses);
    assertEquals("well", HURRY.run(_ -> Optional.of("well"), this::note));
    assertEquals(2, pauses.size());
    assertEquals("no", assertThrows(IOException.class, () -> HURRY.run(_ -> {
      throw new IOException("no");
    })).getMessage());
  }

  @Test
  void aServersWishIsMindedUpToTheLongestPause() throws Exception {
    HURRY.run(round -> {
      round.pause(round.isLast() || pauses.isEmpty() ? Duration.ofMillis(3) : Duration.ofDays(1));
      return round.isLast() ? Optional.of("") : Optional.empty();
    }, this::note);
    assertEquals(List.of("PT0.003S 2", "PT0.005S 3"), pauses);
  }

  @Test
  void whoLosesARaceTriesAtOnce() {
    assertEquals(Optional.of(3), RetryPolicy.atOnce(3, () -> {
      pauses.add("");
      return Optional.of(pauses.size()).filter(number -> number == 3);
    }));
    assertEquals(Optional.empty(), RetryPolicy.atOnce(2, Optional::empty));
  }

  @Test
  void noPatienceAtAllIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> HURRY.withAttempts(0));
  }

  private void note(Duration pause, int number) {
    pauses.add(pause + " " + number);
  }
}
