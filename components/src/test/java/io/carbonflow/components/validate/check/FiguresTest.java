// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "-0.0, 0", "1234567, 1234567", "183588.5, 183590", "47.67372, 47.674",
      "0.0001, 0.0001", "0.00000123456789, 0.0000012346", "1e-300, 1E-300", "1e15, 1E+15",
      "-6.971e302, -6.971E+302", "NaN, ''", "Infinity, beyond all numbers"})
  void aNumberIsShortAndPlainWhereItCanBe(double value, String text) {
    assertEquals(text, Figures.number(value));
  }

  @ParameterizedTest
  @CsvSource({"0.01, 1%", "0.72196, 72.196%", "1, 100%", "0.0002, 0.02%"})
  void aPartIsInPerCent(double part, String text) {
    assertEquals(text, Figures.percent(part));
  }
}
