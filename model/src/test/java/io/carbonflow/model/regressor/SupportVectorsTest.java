// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SupportVectorsTest {
  private static final double[][] VECTORS = {{1, 0}, {0, 2}};

  @Test
  void aPredictionIsTheWeightedSumOfKernelsAndTheIntercept() {
    var machine = new SupportVectors(Kernel.linear(), VECTORS, new double[] {2, -0.5}, 10);
    assertArrayEquals(
        new double[] {2 * 3 - 0.5 * 8 + 10, 10},
        machine.predict(new double[][] {{3, 4}, {0, 0}}));
  }

  @Test
  void withoutVectorsItIsConstant() {
    var machine = new SupportVectors(Kernel.rbf(1), new double[0][], new double[0], 4);
    assertEquals(4, machine.predict(new double[] {7}));
    assertEquals(0, machine.width());
  }

  @Test
  void itsWidthIsThatOfItsVectors() {
    assertEquals(
        2, new SupportVectors(Kernel.linear(), VECTORS, new double[] {1, 1}, 0).width());
  }

  @Test
  void partsThatDoNotMatchAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new SupportVectors(Kernel.linear(), VECTORS, new double[] {1}, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SupportVectors(
            Kernel.linear(), new double[][] {{1}, {1, 2}}, new double[] {1, 1}, 0));
  }

  @Test
  void numbersThatAreNotFiniteAreRefused() {
    double[] ones = {1, 1};
    assertThrows(
        IllegalArgumentException.class,
        () -> new SupportVectors(Kernel.linear(), VECTORS, ones, Double.NaN));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SupportVectors(
            Kernel.linear(), VECTORS, new double[] {1, Double.NEGATIVE_INFINITY}, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SupportVectors(
            Kernel.linear(), new double[][] {{1, Double.NaN}, {0, 0}}, ones, 0));
  }
}
