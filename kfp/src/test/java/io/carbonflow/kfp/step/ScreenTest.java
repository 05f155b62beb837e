// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;

class ScreenTest {
  @Test
  void aTerminalHasColorsUnlessTheEnvironmentSaysNo() {
    assertTrue(Screen.of(Map.of(), true).colors());
    assertTrue(Screen.of(Map.of("NO_COLOR", ""), true).colors());
    assertFalse(Screen.of(Map.of("NO_COLOR", "1"), true).colors());
    assertFalse(Screen.of(Map.of("TERM", "dumb"), true).colors());
  }

  @Test
  void whereThereIsNoTerminalThereAreNoColors() {
    assertFalse(Screen.of(Map.of(), false).colors());
    assertFalse(Screen.of(Map.of("TERM", "xterm"), false).colors());
  }

  @Test
  void itIsAsWideAsTheEnvironmentSaysWithinWhatCanBeRead() {
    assertEquals(100, Screen.of(Map.of("COLUMNS", "100"), true).columns());
    assertEquals(Screen.LEAST, Screen.of(Map.of("COLUMNS", "20"), true).columns());
    assertEquals(Screen.MOST, Screen.of(Map.of("COLUMNS", "400"), true).columns());
    for (String none : List.of("", "0", "wide", "-1")) {
      assertEquals(Screen.USUAL, Screen.of(Map.of("COLUMNS", none), true).columns(), none);
    }
  }
}
