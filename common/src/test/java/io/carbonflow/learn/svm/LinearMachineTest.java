// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.SyntheticRows;
import io.carbonflow.model.regressor.Kernel;
import org.junit.jupiter.api.Test;

class LinearMachineTest {
  private static final Dataset ROWS = SyntheticRows.of(300, 5, 2);
  private static final float[][] FEATURES = floats(ROWS.values());

  private static float[][] floats(double[][] rows) {
    float[][] result = new float[rows.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        result[i][j] = (float) rows[i][j];
      }
    }
    return result;
  }

  private static double[] costs(double cost) {
    return costs(300, cost);
  }

  private static double[] costs(int rows, double cost) {
    double[] costs = new double[rows];
    Arrays.fill(costs, cost);
    return costs;
  }

  @Test
  void itIsTheMachineThatSequentialMinimalOptimizationFinds() {
    int[] all = SyntheticRows.range(0, 300);
    var exact = Smo.solve(KernelMatrix.fill(new GramMatrix(ROWS.values()), Kernel.linear(), all, new float[300][300]),
        ROWS.labels(), costs(1), 0.1, 1e-9, 1_000_000);
    var found = LinearMachine.solve(FEATURES, ROWS.labels(), costs(1), 0.1, 1e-6, 100_000, 0);
    double[] weights = new double[5];
    for (int i = 0; i < 300; i++) {
      for (int j = 0; j < 5; j++) {
        weights[j] += exact.coefficients()[i] * ROWS.values()[i][j];
      }
    }
    assertTrue(found.converged());
    // The intercept of the one is drawn to the mean label by next to nothing, of the other by nothing.
    assertArrayEquals(weights, found.weights(), 2e-3);
    assertEquals(exact.intercept(), found.intercept(), 2e-3);
  }

  @Test
  void aRowOfTwiceTheCostCountsAsTwoRows() {
    double[] costs = costs(0.02);
    Arrays.fill(costs, 0, 100, 0.04);
    int[] twice = IntStream.concat(IntStream.range(0, 300), IntStream.range(0, 100)).toArray();
    Dataset more = ROWS.subset(twice);
    var counted = LinearMachine.solve(FEATURES, ROWS.labels(), costs, 0.1, 1e-6, 100_000, 0);
    var doubled = LinearMachine.solve(
        floats(more.values()), more.labels(), costs(400, 0.02), 0.1, 1e-6, 100_000, 0);
    // The intercept is drawn to the mean of the labels, which is another, by next to nothing.
    assertArrayEquals(doubled.weights(), counted.weights(), 5e-3);
  }

  @Test
  void theOrderOfRowsIsDrawnAndDoesNotMatterAtTheEnd() {
    var one = LinearMachine.solve(FEATURES, ROWS.labels(), costs(1), 0.1, 1e-6, 100_000, 1);
    var two = LinearMachine.solve(FEATURES, ROWS.labels(), costs(1), 0.1, 1e-6, 100_000, 2);
    assertArrayEquals(one.weights(), two.weights(), 1e-3);
    assertTrue(!Arrays.equals(one.weights(), two.weights()));
    assertArrayEquals(one.weights(),
        LinearMachine.solve(FEATURES, ROWS.labels(), costs(1), 0.1, 1e-6, 100_000, 1).weights());
  }

  @Test
  void itStopsAtItsBoundWithAResult() {
    var solution = LinearMachine.solve(FEATURES, ROWS.labels(), costs(1000), 0, 1e-12, 3, 0);
    assertEquals(3, solution.passes());
    assertTrue(!solution.converged());
    assertTrue(Double.isFinite(solution.intercept()));
  }

  @Test
  void aCostThatIsNotPositiveIsRefused() {
    assertThrows(IllegalArgumentException.class,
        () -> LinearMachine.solve(FEATURES, ROWS.labels(), costs(0), 0.1, 1e-3, 10, 0));
    assertThrows(IllegalArgumentException.class,
        () -> LinearMachine.solve(FEATURES, ROWS.labels(), costs(1), -1, 1e-3, 10, 0));
  }
}
