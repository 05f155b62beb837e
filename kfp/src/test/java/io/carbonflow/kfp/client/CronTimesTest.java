// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// All expectations are what Kubeflow's own parser has answered, robfig/cron 1.2.0.
class CronTimesTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "0 0 3 1 * *|2026-01-05T08:00:00Z|2026-02-01T03:00:00Z",
      "0 0 3 1 * *|2026-02-01T02:59:59.5Z|2026-02-01T03:00:00Z",
      "0 0 3 1 * *|2026-02-01T03:00:00Z|2026-03-01T03:00:00Z",
      "0 */15 8-18 * * mon-FRI|2026-01-02T18:50:00Z|2026-01-05T08:00:00Z",
      "0 30 6 ? * 0|2026-01-05T08:00:00Z|2026-01-11T06:30:00Z",
      "0 0 0 13 * *|2026-01-05T08:00:00Z|2026-01-13T00:00:00Z",
      "0 5/20 * * * *|2026-01-05T08:26:00Z|2026-01-05T08:45:00Z",
      "0 0 3 29 2 *|2026-03-01T00:00:00Z|2028-02-29T03:00:00Z",
      "30 59 23 31 12 *|2026-12-31T23:59:30Z|2027-12-31T23:59:30Z",
      "@daily|2026-01-05T08:00:00Z|2026-01-06T00:00:00Z",
  })
  void theNextTimeIsTheFirstThatFitsAllFields(String expression, Instant after, Instant next) {
    assertEquals(Optional.of(next), next(expression, after, "UTC"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "0 0 0 13 * 5|2026-01-05T08:00:00Z|2026-01-09T00:00:00Z",
      "0 0 0 */2 * 1|2026-01-05T08:00:00Z|2026-01-19T00:00:00Z",
  })
  void whereBothFieldsNameDaysOneIsEnough(String expression, Instant after, Instant next) {
    assertEquals(Optional.of(next), next(expression, after, "UTC"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "0 0 3 * * *|2026-01-05T08:00:00Z|Europe/Berlin|2026-01-06T02:00:00Z",
      "0 0 3 * * *|2026-07-05T08:00:00Z|America/New_York|2026-07-06T07:00:00Z",
      "0 30 2 * * *|2026-03-28T12:00:00Z|Europe/Berlin|2026-03-30T00:30:00Z",
      "0 30 2 * * *|2026-10-25T00:30:00Z|Europe/Berlin|2026-10-25T01:30:00Z",
      "0 30 2 * * *|2026-10-25T01:30:00Z|Europe/Berlin|2026-10-26T01:30:00Z",
  })
  void anHourThatIsNotThereIsLeftOutAndOneThatIsThereTwiceCountsTwice(
      String expression, Instant after, String zone, Instant next) {
    assertEquals(Optional.of(next), next(expression, after, zone));
  }

  @ParameterizedTest
  @CsvSource({"0 0 3 * *, 2026-01-05T08:00:00Z, 2026-01-06T03:00:00Z"})
  void fiveFieldsThatTheServerHasAreTheFirstFiveOfSix(
      String expression, Instant after, Instant next) {
    assertEquals(Optional.of(next), next(expression, after, "UTC"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 3 30 2 *"})
  void aTimeThatNeverComesIsNone(String expression) {
    assertTrue(next(expression, Instant.parse("2026-03-01T00:00:00Z"), "UTC").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@every 1h", "0 0 3", "0 0 25 * * *", "0 0 3 L * *"})
  void whatIsNotKnownHereHasNoTimes(String expression) {
    assertTrue(CronTimes.of(expression).isEmpty());
  }

  private static Optional<Instant> next(String expression, Instant after, String zone) {
    return CronTimes.of(expression).orElseThrow().next(after, ZoneId.of(zone));
  }
}
