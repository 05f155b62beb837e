// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import org.junit.jupiter.api.Test;

class MeanTest {
  private static Regressor constant(double value) {
    return new SupportVectors(Kernel.linear(), new double[0][], new double[0], value);
  }

  @Test
  void everyMemberCountsTheSame() {
    var mean = new Mean(List.of(constant(1), constant(2), constant(6)));
    assertEquals(3, mean.predict(new double[0]));
  }

  @Test
  void aMeanOfNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Mean(List.of()));
  }

  @Test
  void aMeanOfMeansIsRefused() {
    var mean = new Mean(List.of(constant(1)));
    assertThrows(IllegalArgumentException.class, () -> new Mean(List.of(mean)));
  }

  @Test
  void itsWidthIsThatOfItsWidestMember() {
    var wide = new SupportVectors(Kernel.linear(), new double[][] {{1, 2}}, new double[] {1}, 0);
    assertEquals(2, new Mean(List.of(constant(1), wide)).width());
  }

  @Test
  void someModelsMayCountMoreThanOthers() {
    var mean = new Mean(List.of(constant(1), constant(6)), List.of(0.6, 0.2));
    assertEquals((0.6 * 1 + 0.2 * 6) / 0.8, mean.predict(new double[0]), 1e-12);
    assertEquals(false, mean.isPlain());
    assertEquals(true, new Mean(List.of(constant(1))).isPlain());
  }

  @Test
  void manyRowsAreEachPredictedAsAloneToTheLastBit() {
    var wide = new SupportVectors(Kernel.rbf(0.3), new double[][] {{1, 2}, {0.1, 3}}, new double[] {0.7, -0.2}, 0.1);
    var mean = new Mean(List.of(constant(0.1), wide, constant(0.7)), List.of(0.4, 0.2, 0.4));
    double[][] rows = {{0.3, 0.1}, {7, 1.0 / 3}, {-1, 2}};
    assertArrayEquals(Arrays.stream(rows).mapToDouble(mean::predict).toArray(), mean.predict(rows));
  }

  @Test
  void eachModelHasOnePositiveWeight() {
    List<Regressor> one = List.of(constant(1));
    for (List<Double> weights : List.<List<Double>>of(
        List.of(), List.of(1.0, 1.0), List.of(0.0), List.of(-1.0), List.of(Double.POSITIVE_INFINITY))) {
      assertThrows(IllegalArgumentException.class, () -> new Mean(one, weights), weights.toString());
    }
  }
}
