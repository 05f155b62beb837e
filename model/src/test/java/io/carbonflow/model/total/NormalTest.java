// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.total;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

  /// As in the tables of any textbook.
  @ParameterizedTest
  @CsvSource({"0.5, 0.6744897501960817", "0.8, 1.2815515655446004", "0.9, 1.6448536269514722",
    "0.95, 1.959963984540054", "0.99, 2.5758293035489004", "0.999, 3.2905267314919255"})
  void itIsWhatTablesSay(double share, double quantile) {
    assertEquals(quantile, Normal.within(share), 1e-12);
  }

  @Test
  void aLevelAtEitherEndHasANumberToo() {
    assertEquals(1e-9 * Math.sqrt(Math.PI / 2), Normal.within(1e-9), 1e-18);
    assertEquals(4.891638475699, Normal.within(1 - 1e-6), 1e-9);
    assertTrue(Normal.within(Math.nextDown(1)) < 8.3);
  }
}
