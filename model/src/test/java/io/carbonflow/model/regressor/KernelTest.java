// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class KernelTest {
  private static final double[] A = {1, 2};
  private static final double[] B = {3, -1};

  @Test
  void linearIsTheInnerProduct() {
    assertEquals(1, Kernel.linear().of(A, B));
  }

  @Test
  void rbfFallsWithTheSquaredDistance() {
    assertEquals(Math.exp(-0.1 * 13), Kernel.rbf(0.1).of(A, B));
  }

  @Test
  void polyRaisesTheShiftedProductToAPower() {
    assertEquals(3.375, new Kernel(Kernel.Kind.POLY, 0.5, 1, 3).of(A, B));
  }

  @Test
  void sigmoidIsTheTangentOfTheShiftedProduct() {
    assertEquals(Math.tanh(0.75), new Kernel(Kernel.Kind.SIGMOID, 0.5, 0.25, 1).of(A, B));
  }

  @Test
  void parametersOutOfRangeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Kernel.rbf(0));
    assertThrows(IllegalArgumentException.class, () -> Kernel.rbf(Double.NaN));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Kernel(Kernel.Kind.SIGMOID, 1, Double.POSITIVE_INFINITY, 1));
    assertThrows(IllegalArgumentException.class, () -> new Kernel(Kernel.Kind.POLY, 1, 0, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Kernel(Kernel.Kind.POLY, 1, 0, Kernel.MAX_DEGREE + 1));
  }
}
