// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How many buildings sets of held-out rows share, as far as their sketches tell.
class DecidingRowsTest {
  /// Two rows of each building.
  private static DecidingRows rows(int from, int to) {
    return DecidingRows.of(IntStream.range(2 * from, 2 * to).mapToObj(i -> "b" + i / 2).toList());
  }

  @Test
  void rowsAndBuildingsAreCounted() {
    assertEquals(94, rows(3, 50).rows());
    assertEquals(47, rows(3, 50).buildings());
  }

  @ParameterizedTest
  @CsvSource({
    "0,  10,   0, 10,   1,    0",
    "0,  10,   5, 20,   0.5,  0",
    "0,  10,   10, 20,  0,    0",
    "0,  480,  0, 480,  1,    0",
    "0,  480,  480, 960, 0,   0",
    "0,  480,  0, 960,  1,    0.2",
    "0,  960,  0, 480,  0.5,  0.1",
    "0,  480,  240, 720, 0.5, 0.15",
  })
  void theShareIsExactOfFewBuildingsAndOfTheSameOnesAndNearElse(
      int from, int to, int othersFrom, int othersTo, double share, double off) {
    assertEquals(share, rows(from, to).shareIn(rows(othersFrom, othersTo)), off + 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0011223", "0011223g", "00112233aabbccdd"})
  void whatIsNoSketchIsRefused(String sketch) {
    assertThrows(IllegalArgumentException.class, () -> new DecidingRows(2, 1, sketch));
  }
}
