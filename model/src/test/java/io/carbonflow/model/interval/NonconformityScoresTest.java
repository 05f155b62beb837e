// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import org.junit.jupiter.api.Test;

class NonconformityScoresTest {

  /// Scores 1 to n, each of another building.
  private static NonconformityScores of(int n) {
    return new NonconformityScores(IntStream.rangeClosed(1, n).asDoubleStream().toArray(),
        DoubleStream.generate(() -> 1).limit(n).toArray());
  }

  @Test
  void theQuantileIsThatOfOneBuildingMore() {
    assertEquals(90, of(99).quantile(0.9));
    assertEquals(91, of(100).quantile(0.9)); // 90.9 of 101
    assertEquals(9, of(9).quantile(0.9));
    assertEquals(50, of(99).quantile(0.5));
  }

  @Test
  void theHighestLevelIsThatWhichTheLargestScoreKeeps() {
    assertEquals(0.9, of(9).highestLevel(), 1e-12);
    assertEquals(9, of(9).quantile(of(9).highestLevel()));
    assertThrows(IllegalArgumentException.class, () -> of(9).quantile(0.91));
  }

  /// One building with three rows of score 1, and one each with 2, 3, 4: of 5 buildings 0.2 is 1.
  @Test
  void theRowsOfABuildingShareItsWeight() {
    var residuals = new NonconformityScores(
        new double[] {1, 1, 1, 2, 3, 4}, new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3, 1, 1, 1});
    assertEquals(1, residuals.quantile(0.2));
    assertEquals(2, residuals.quantile(0.4));
    assertEquals(4, residuals.quantile(0.8));
    assertEquals(0.8, residuals.highestLevel(), 1e-12);
  }

  @Test
  void whatCannotBeIsRefused() {
    refused(new double[0], new double[0]);
    refused(new double[] {1}, new double[] {1, 1});
    refused(new double[] {2, 1}, new double[] {1, 1});
    refused(new double[] {-1}, new double[] {1});
    refused(new double[] {Double.NaN}, new double[] {1});
    refused(new double[] {1}, new double[] {0});
    refused(new double[] {1}, new double[] {2});
  }

  private static void refused(double[] scores, double[] weights) {
    assertThrows(IllegalArgumentException.class, () -> new NonconformityScores(scores, weights));
  }
}
