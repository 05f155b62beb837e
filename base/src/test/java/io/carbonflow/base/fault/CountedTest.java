// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CountedTest {
  @Test
  void oneIsReportedInTheSingularAndAllElseInThePlural() {
    assertEquals("0 rows", Counted.of(0, "row"));
    assertEquals("1 row", Counted.of(1, "row"));
    assertEquals("1,508 rows", Counted.of(1508, "row"));
    assertEquals("1 row has it", Counted.of(1, "row has it", "rows have it"));
    assertEquals("2 rows have it", Counted.of(2, "row has it", "rows have it"));
  }
}
