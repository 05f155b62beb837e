// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.model.feature.Matrix;
import org.junit.jupiter.api.Test;

class LikeRowsTest {
  private static final double FAR = 0.9;

  @Test
  void whatIsFoundOfARowDependsOnNoRowBeforeIt() {
    double[][] training = numbers(new Random(1), 200);
    LikeRows like = new LikeRows(new TrainingRows(training, FAR));
    double[][] rows = numbers(new Random(2), 500);
    int found = 0;
    for (int turn = 0; turn < 3; turn++) {
      for (double[] row : rows) {
        boolean isLikeOne = Arrays.stream(training).anyMatch(one -> Matrix.distance(row, one) <= FAR);
        assertEquals(isLikeOne, like.hasOneLike(row));
        found += isLikeOne ? 1 : 0;
      }
    }
    assertTrue(found > 100 && found < 1400, found + " of 1500");
  }

  @Test
  void theTrainingRowsStayInTheirOrder() {
    double[][] training = {{0}, {10}, {20}, {30}};
    new LikeRows(new TrainingRows(training, 1)).hasOneLike(new double[] {30});
    assertEquals(List.of(0.0, 10.0, 20.0, 30.0), Arrays.stream(training).map(row -> row[0]).toList());
  }

  @Test
  void thereIsNoneAmongNone() {
    assertFalse(new LikeRows(TrainingRows.NONE).hasOneLike(new double[] {0}));
  }

  private static double[][] numbers(Random random, int rows) {
    return Stream.generate(() -> random.doubles(5, -2, 2).toArray()).limit(rows).toArray(double[][]::new);
  }
}
