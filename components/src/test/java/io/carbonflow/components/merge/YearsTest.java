// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearsTest {
  private static String of(String text) {
    Years years = new Years(text);
    return IntStream.range(2013, 2023).filter(years::has).mapToObj(String::valueOf).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "2015-2018            | 2015 2016 2017 2018",
      "2015,2017            | 2015 2017",
      "2020-                | 2020 2021 2022",
      "-2014                | 2013 2014",
      "2015 - 2016 , 2021-  | 2015 2016 2021 2022",
      "2016                 | 2016",
      "2016-2016,2015-2016  | 2015 2016",
      "''                   | 2013 2014 2015 2016 2017 2018 2019 2020 2021 2022"})
  void chooseByYearsAndRanges(String text, String years) {
    assertEquals(years, of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "all", "2015;2016", "15", "20155", "2015,", "2015--2016", "2015-2016-2017", "٢٠١٥", "2015.5"})
  void areRefusedWhereTheyAreNone(String text) {
    String said = assertThrows(IllegalArgumentException.class, () -> new Years(text)).getMessage();
    assertEquals("is neither a year nor a range of years; write 2015-2019, 2015,2017 or 2016-",
        said.replaceFirst("^'[^']*' ", ""));
  }

  @Test
  void thatEndBeforeTheyBeginAreRefused() {
    assertEquals("'2019-2015' ends before it begins; write 2015-2019",
        assertThrows(IllegalArgumentException.class, () -> new Years("2019-2015")).getMessage());
  }

  @Test
  void thatWereNamedAreThoseOfRangesWithBothEnds() {
    assertEquals(new TreeSet<>(List.of(2015, 2016, 2017, 2020)), new Years("2015-2017,2020,2021-,-2012").named());
  }

  @Test
  void areReportedByTheEndsOfARowOfThem() {
    assertEquals("2013, 2015 to 2018, 2020, 2021",
        Years.words(new TreeSet<>(List.of(2018, 2013, 2015, 2016, 2017, 2021, 2020))));
    assertEquals("", Years.words(new TreeSet<>()));
  }
}
