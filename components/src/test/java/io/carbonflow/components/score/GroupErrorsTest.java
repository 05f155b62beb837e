// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;

class GroupErrorsTest {
  private static final List<String> BUILDINGS = List.of("a", "b", "c", "c", "d");

  @Test
  void errorsAreOfMediansAndBiasIsOfMeans() {
    List<GroupErrors> errors = GroupErrors.of(List.of("x", "x", "y", "y", "x"), BUILDINGS,
        new double[] {10, 20, 5, 5, 30}, new double[] {9, 18, 5, 6, 27}, new double[] {11, 22, 6, 7, 33});
    assertEquals(List.of("x", "y"), errors.stream().map(GroupErrors::group).toList());
    assertEquals(2, errors.getFirst().absolute(), 1e-12);
    assertEquals(2, errors.getFirst().bias(), 1e-12);
    // The standard deviation of 1, 2 and 3 over the root of 3.
    assertEquals(1 / Math.sqrt(3), errors.getFirst().biasError(), 1e-12);
    assertTrue(errors.getFirst().isBiased());
  }

  @Test
  void ofOneBuildingBiasIsNothingToSpeakOf() {
    GroupErrors one = GroupErrors.of(List.of("y", "y"), List.of("c", "c"), new double[] {5, 5},
        new double[] {5, 6}, new double[] {6, 7}).getFirst();
    assertEquals(Double.POSITIVE_INFINITY, one.biasError());
    assertFalse(one.isBiased());
  }

  @Test
  void twoYearsOfABuildingTellNoMoreThanOne() {
    double[] once = {1, 2, 4};
    double[] twice = {1, 1, 2, 2, 4, 4};
    assertEquals(
        GroupErrors.standardError(List.of(0, 1, 2), List.of("a", "b", "c"), once),
        GroupErrors.standardError(
            List.of(0, 1, 2, 3, 4, 5), List.of("a", "a", "b", "b", "c", "c"), twice), 1e-12);
  }

  @Test
  void aTotalIsAPartOfWhatWasMeasuredOnlyWhereSomethingWas() {
    assertEquals(1.1, new GroupTotal("x", 2, 10, 9, OptionalDouble.of(11)).meansOverActual()
        .orElseThrow(), 1e-12);
    assertEquals(0.9, new GroupTotal("x", 2, 10, 9, OptionalDouble.empty()).mediansOverActual()
        .orElseThrow(), 1e-12);
    assertTrue(new GroupTotal("x", 2, 0, 9, OptionalDouble.of(11)).meansOverActual().isEmpty());
    assertTrue(new GroupTotal("x", 2, 10, 9, OptionalDouble.empty()).meansOverActual().isEmpty());
  }
}
