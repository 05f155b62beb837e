// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;

class HeaderTest {
  @Test
  void findsColumnsByName() {
    var header = new Header(List.of("A", "B"));
    assertTrue(header.has("B"));
    assertEquals(1, header.position("B"));
    assertFalse(header.has("b"));
    assertEquals(-1, header.position("b"));
  }

  @Test
  void namesARenamedColumnAsTheFileDoes() {
    var header = new Header(List.of("TotalGHGEmissions"), List.of("GHGEmissions"));
    var row = new Row(Place.of("t.csv").line(2), header, List.of("abc"));
    var problem = assertThrows(Problem.class, () -> row.number("TotalGHGEmissions"));
    assertTrue(problem.getMessage().startsWith("t.csv, line 2, column GHGEmissions: \"abc\""),
        problem.getMessage());
  }

  @Test
  void refusesAColumnTwice() {
    assertThrows(IllegalArgumentException.class, () -> new Header(List.of("A", "A")));
  }

  @Test
  void refusesARowOfAnotherWidth() {
    var header = new Header(List.of("A", "B"));
    assertThrows(IllegalArgumentException.class,
        () -> new Row(Place.of("t.csv"), header, List.of("1")));
  }
}
