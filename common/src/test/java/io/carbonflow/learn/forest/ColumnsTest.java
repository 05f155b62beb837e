// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.learn.SyntheticRows;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static Columns columns(int mostDistinct, double... values) {
    double[][] rows = Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    return Columns.of(SyntheticRows.dataset(rows, new double[rows.length]), mostDistinct);
  }

  @Test
  void valuesAreRankedWithinTheirColumn() {
    Columns columns = columns(9, 5, -2, 7.5, -2);
    assertArrayEquals(new double[] {-2, 5, 7.5}, columns.distinct()[0]);
    assertArrayEquals(new char[] {1, 0, 2, 0}, columns.rank()[0]);
  }

  @Test
  void theTwoZerosAreOneValue() {
    assertArrayEquals(new char[] {0, 0, 1}, columns(9, 0.0, -0.0, 1).rank()[0]);
  }

  @Test
  void neighborsShareARankWhereThereAreMoreValuesThanRanks() {
    Columns columns = columns(3, 6, 1, 2, 3, 4, 5);
    assertArrayEquals(new double[] {2, 4, 6}, columns.distinct()[0]);
    assertArrayEquals(new char[] {2, 0, 0, 1, 1, 2}, columns.rank()[0]);
  }

  @Test
  void aThresholdLiesMidwayAndWhatIsLessGoesLeft() {
    Columns columns = columns(9, 1, 2, Math.nextUp(2.0));
    assertEquals(Math.nextUp(1.5), columns.threshold(0, 0, 1));
    assertEquals(Math.nextUp(2.0), columns.threshold(0, 1, 2));
  }
}
