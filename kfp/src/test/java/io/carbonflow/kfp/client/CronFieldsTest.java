// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronFieldsTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "0 3 * * *|0 0 3 * * *",
      "*/15 8-18 * * mon-FRI|0 */15 8-18 * * mon-FRI",
      "5,35 0 1 jan,7 ?|0 5,35 0 1 jan,7 ?",
      "  0   3 * *  1 |0 0 3 * * 1",
      "30 0 3 * * *|30 0 3 * * *",
      "@daily|0 0 0 * * *",
      "@Weekly|0 0 0 * * 0",
  })
  void fiveFieldsGetSecondsAndSixAreKept(String given, String six) {
    assertEquals(six, CronFields.six(given));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "0 0 * * 7|0 0 0 * * 0",
      "0 0 * * 5-7|0 0 0 * * 5-6,0",
      "0 0 * * 1,7|0 0 0 * * 1,0",
      "0 0 * * 7-7|0 0 0 * * 0",
      "0 0 * * 0-7|0 0 0 * * 0-6,0",
  })
  void sundayMayBeSevenAsInStandardCron(String given, String six) {
    assertEquals(six, CronFields.six(given));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "0 3 * *||0 3 * *|4 fields",
      "60 3 * * *|minute|60|0 to 59",
      "0 24 * * *|hour|24|0 to 23",
      "0 0 0 * *|day of month|0|1 to 31",
      "0 0 * 13 *|month|13|1 to 12",
      "0 0 * * 8|day of week|8|0 to 6",
      "0 0 * * funday|day of week|funday|0 to 6",
      "0 18-8 * * *|hour|18-8|greater",
      "*/0 * * * *|minute|*/0|step",
      "1-2-3 * * * *|minute|1-2-3|range",
      "1, * * * *|minute|\"\"|0 to 59",
      "0 0 * * 1-7/2|day of week|1-7/2|Sunday",
      "61 0 3 * * *|second|61|0 to 59",
      "@often||@often|@annually, @daily, @hourly, @midnight, @monthly, @weekly, @yearly",
  })
  void whatKubeflowWouldRefuseOrMisreadIsRefused(
      String given, String field, String part, String why) {
    String message = assertThrows(
        IllegalArgumentException.class, () -> CronFields.six(given)).getMessage();
    String place = field == null ? "'" + part + "' " : "the " + field + " '" + part + "' ";
    assertTrue(message.startsWith(place) && message.contains(why), message);
  }

  @Test
  void whatIsWrongHasItsWords() {
    assertEquals("the minute '60' is not within 0 to 59", assertThrows(
        IllegalArgumentException.class, () -> CronFields.six("60 3 * * *")).getMessage());
    assertEquals("'0 3 * *' has 4 fields; write minute, hour, day of month, month and day of week,"
        + " such as '0 3 * * 1'", assertThrows(
            IllegalArgumentException.class, () -> CronFields.six("0 3 * *")).getMessage());
  }
}
