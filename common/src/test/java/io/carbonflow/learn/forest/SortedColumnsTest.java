// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import module java.base;
import io.carbonflow.learn.SyntheticRows;
import org.junit.jupiter.api.Test;

class SortedColumnsTest {
  private static Columns columns(int rows) {
    double[][] values = new double[rows][];
    for (int i = 0; i < rows; i++) {
      values[i] = new double[] {-i, i % 3 == 0 ? -0.0 : i % 3};
    }
    return Columns.of(SyntheticRows.dataset(values, new double[rows]));
  }

  @Test
  void aColumnOfManyValuesHasItsRowsInOrder() {
    Columns columns = columns(Columns.MOST_COUNTED + 1);
    assertArrayEquals(
        IntStream.rangeClosed(0, 32).map(i -> 32 - i).toArray(),
        columns.order()[0]);
    assertNull(columns.rank()[0]);
  }

  @Test
  void aColumnOfFewValuesHasTheirRanksInstead() {
    Columns columns = columns(7);
    assertNull(columns.order()[1]);
    assertArrayEquals(new double[] {0, 1, 2}, columns.distinct()[1]);
    assertArrayEquals(new byte[] {0, 1, 2, 0, 1, 2, 0}, columns.rank()[1]);
  }
}
