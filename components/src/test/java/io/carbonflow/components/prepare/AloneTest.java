// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.RowKey;
import org.junit.jupiter.api.Test;

class AloneTest {
  /// Building 1 in two years, 2 and 3 in one.
  private static final Matrix MATRIX = new Matrix(FeatureSet.METERED, List.of("shared", "own", "mixed"),
      List.of(new RowKey("1", 2015), new RowKey("1", 2016), new RowKey("2", 2016), new RowKey("3", 2016)),
      new double[][] {{1, 5, 0}, {1, 5, 7}, {1, 6, 0}, {1, 7, 0}}, new double[4], new double[4], new double[4]);

  @Test
  void aBuildingOfTwoYearsIsOneAndSharesNothingWithItself() {
    assertEquals(List.of(new Alone("own", 3), new Alone("mixed", 1), new Alone("shared", 0)),
        Alone.in(MATRIX));
  }

  @Test
  void aLineNamesTheColumnsWithTheMost() {
    assertEquals(Optional.of("training buildings are alone with their value in 2 of 3 columns, the most in own (3),"
        + " mixed (1); evaluate tells of each column in metrics.json"), Alone.line(Alone.in(MATRIX)));
    assertEquals(Optional.empty(), Alone.line(List.of(new Alone("shared", 0))));
    String said = Alone.line(IntStream.range(0, 80).mapToObj(i -> new Alone("c" + i, 2000 - i)).toList()).orElseThrow();
    assertTrue(said.contains(" 80 of 80 columns, the most in c0 (2,000), c1 (1,999), c2 (1,998);"), said);
  }
}
