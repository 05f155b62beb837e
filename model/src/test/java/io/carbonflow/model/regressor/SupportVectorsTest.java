// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupportVectorsTest {
  private static final double[][] VECTORS = {{1, 0}, {0, 2}};

  @Test
  void aPredictionIsTheWeightedSumOfKernelsAndTheIntercept() {
    var machine = new SupportVectors(Kernel.linear(), VECTORS, new double[] {2, -0.5}, 10);
    assertArrayEquals(
        new double[] {2 * 3 - 0.5 * 8 + 10, 10},
        machine.predict(new double[][] {{3, 4}, {0, 0}}));
  }

  @ParameterizedTest
  @EnumSource(Kernel.Kind.class)
  void manyRowsAreEachPredictedAsAloneToTheLastBit(Kernel.Kind kind) {
    Random random = new Random(kind.ordinal());
    double[][] vectors = numbers(random, 37, 11);
    double[] coefficients = random.doubles(37, -1, 1).toArray();
    var machine = new SupportVectors(new Kernel(kind, 0.07, 0.3, 3), vectors, coefficients, 0.5);
    for (int rows : new int[] {0, 1, 127, 128, 129, 300}) {
      double[][] some = numbers(random, rows, 12);
      assertArrayEquals(Arrays.stream(some).mapToDouble(machine::predict).toArray(), machine.predict(some));
    }
  }

  /// Most values of most columns are the same, as those are that say whether a building is of some kind. What rows share
  /// with the usual ones is kept, and has to come to what all columns one by one come to.
  @ParameterizedTest
  @EnumSource(Kernel.Kind.class)
  void columnsThatHardlyEverChangeCountAsAllOthers(Kernel.Kind kind) {
    Random random = new Random(kind.ordinal());
    double[][] vectors = withUsualValues(random, 1100, 9);
    double[] coefficients = random.doubles(vectors.length, -1, 1).toArray();
    Kernel kernel = new Kernel(kind, 0.03, 0.4, 2);
    var machine = new SupportVectors(kernel, vectors, coefficients, -2);
    double[][] rows = withUsualValues(random, 50, 10);
    double[] predicted = machine.predict(rows);
    for (int i = 0; i < rows.length; i++) {
      double expected = -2;
      double size = 0;
      for (int v = 0; v < vectors.length; v++) {
        double part = coefficients[v] * kernel.of(vectors[v], Arrays.copyOf(rows[i], 9));
        expected += part;
        size += Math.abs(part);
      }
      assertEquals(expected, predicted[i], 1e-12 * size);
    }
  }

  @Test
  void aRowOfUsualValuesAloneIsPredictedToo() {
    double[][] vectors = {{1, 5}, {1, 5}, {1, 5}, {2, 7}};
    var machine = new SupportVectors(Kernel.rbf(0.5), vectors, new double[] {1, 2, 3, 4}, 0);
    assertEquals(6 + 4 * Math.exp(-0.5 * 5), machine.predict(new double[] {1, 5}));
  }

  /// Columns of one value, of two, and of any.
  private static double[][] withUsualValues(Random random, int rows, int columns) {
    return Stream.generate(() -> IntStream.range(0, columns).mapToDouble(c -> switch (c % 3) {
      case 0 -> 1.25;
      case 1 -> random.nextInt(10) == 0 ? 3.5 : -0.3;
      default -> random.nextGaussian();
    }).toArray()).limit(rows).toArray(double[][]::new);
  }

  private static double[][] numbers(Random random, int rows, int columns) {
    return Stream.generate(() -> random.doubles(columns, -2, 2).toArray()).limit(rows).toArray(double[][]::new);
  }

  @Test
  void withoutVectorsItIsConstant() {
    var machine = new SupportVectors(Kernel.rbf(1), new double[0][], new double[0], 4);
    assertEquals(4, machine.predict(new double[] {7}));
    assertArrayEquals(new double[] {4, 4}, machine.predict(new double[][] {{7}, {8}}));
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
