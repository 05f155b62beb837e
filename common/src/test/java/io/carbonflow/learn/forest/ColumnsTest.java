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

  /// The rank of each row in the only column.
  private static String ranks(Columns columns) {
    return Arrays.stream(columns.rank()).map(row -> Integer.toString(row[0])).collect(Collectors.joining(" "));
  }

  @Test
  void valuesAreRankedWithinTheirColumn() {
    Columns columns = columns(9, 5, -2, 7.5, -2);
    assertArrayEquals(new double[] {-2, 5, 7.5}, columns.distinct()[0]);
    assertEquals("1 0 2 0", ranks(columns));
  }

  @Test
  void theTwoZerosAreOneValue() {
    assertEquals("0 0 1", ranks(columns(9, 0.0, -0.0, 1)));
  }

  @Test
  void neighborsShareARankWhereThereAreMoreValuesThanRanks() {
    Columns columns = columns(3, 6, 1, 2, 3, 4, 5);
    assertArrayEquals(new double[] {2, 4, 6}, columns.distinct()[0]);
    assertEquals("2 0 0 1 1 2", ranks(columns));
  }

  @Test
  void aThresholdLiesMidwayAndWhatIsLessGoesLeft() {
    Columns columns = columns(9, 1, 2, Math.nextUp(2.0));
    assertEquals(Math.nextUp(1.5), columns.threshold(0, 0, 1));
    assertEquals(Math.nextUp(2.0), columns.threshold(0, 1, 2));
  }

  @Test
  void eachColumnHasPlaceForItsRanksInWholeWords() {
    double[][] rows = IntStream.range(0, 65).mapToObj(i -> new double[] {i, i % 2, i % 64}).toArray(double[][]::new);
    Columns columns = Columns.of(SyntheticRows.dataset(rows, new double[rows.length]));
    assertArrayEquals(new int[] {0, 128, 192, 256}, columns.starts());
  }
}
