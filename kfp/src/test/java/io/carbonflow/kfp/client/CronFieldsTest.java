package io.carbonflow.kfp.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
      "0 3 * *|'0 3 * *' has 4 fields; write minute, hour, day of month, month and day of week,"
          + " such as '0 3 * * 1'",
      "60 3 * * *|the minute '60' is not within 0 to 59",
      "0 24 * * *|the hour '24' is not within 0 to 23",
      "0 0 0 * *|the day of month '0' is not within 1 to 31",
      "0 0 * 13 *|the month '13' is not within 1 to 12",
      "0 0 * * 8|the day of week '8' is not within 0 to 6",
      "0 0 * * funday|the day of week 'funday' is not within 0 to 6",
      "0 18-8 * * *|the hour '18-8' goes from the greater to the less",
      "*/0 * * * *|the minute '*/0' is no number, range or step",
      "1-2-3 * * * *|the minute '1-2-3' is no number, range or step",
      "1, * * * *|the minute '' is not within 0 to 59",
      "0 0 * * 1-7/2|the day of week '1-7/2' has a step and Sunday as 7; write the days one by one",
      "61 0 3 * * *|the second '61' is not within 0 to 59",
      "@often|'@often' is none of @annually, @daily, @hourly, @midnight, @monthly, @weekly,"
          + " @yearly",
  })
  void whatKubeflowWouldRefuseOrMisreadIsRefused(String given, String message) {
    assertEquals(message, assertThrows(
        IllegalArgumentException.class, () -> CronFields.six(given)).getMessage());
  }
}
