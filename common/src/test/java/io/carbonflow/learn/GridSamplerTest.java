// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import org.junit.jupiter.api.Test;

class GridSamplerTest {

  @Test
  void takesBothEndsOfANumberExactlyAndEvenSteps() {
    assertEquals(Set.of(0.1, 0.2, 0.3), values(new Space.Real("x", 0.1, 0.3, false, 3)));
  }

  @Test
  void takesEvenStepsInTheLogarithm() {
    List<Double> values = values(new Space.Real("x", 0.01, 100, true, 3)).stream()
        .map(x -> (Double) x).sorted().toList();
    assertEquals(0.01, values.get(0));
    assertEquals(1, values.get(1), 1e-12);
    assertEquals(100.0, values.get(2));
  }

  @Test
  void takesNoWholeNumberTwice() {
    assertEquals(Set.of(2L, 3L), values(new Space.Whole("x", 2, 3, false, 5)));
  }

  @Test
  void hasAConditionalDimensionOnlyWhereItsConditionHolds() {
    Space space = Space.of(
        new Space.Choice("kernel", List.of("rbf", "linear"), List.of(1.0, 1.0)),
        new Space.OnlyIf("kernel", List.of("rbf"), new Space.Whole("gamma", 1, 2, false, 2)));
    assertEquals(
        Set.of(
            Map.of("kernel", "rbf", "gamma", 1L),
            Map.of("kernel", "rbf", "gamma", 2L),
            Map.of("kernel", "linear")),
        new HashSet<>(points(space, 0)));
  }

  @Test
  void goesThroughItsPointsOnceInAnOrderThatTheSeedDecides() {
    List<Map<String, Object>> points = points(Neighbors.SPACE, 0);
    assertEquals(12 + 36, points.size());
    assertEquals(points.size(), new HashSet<>(points).size());
    assertEquals(points, points(Neighbors.SPACE, 0));
    assertNotEquals(points, points(Neighbors.SPACE, 1));
    assertEquals(new HashSet<>(points), new HashSet<>(points(Neighbors.SPACE, 1)));
  }

  @Test
  void hasNoMoreTrialsThanPoints() {
    Sampler sampler = Sampling.GRID.sampler("svm", Neighbors.SPACE, 0);
    assertEquals(48, sampler.trials(50));
    assertEquals(20, sampler.trials(20));
  }

  @Test
  void refusesAGridTooLargeToList() {
    Space.Dimension[] dimensions = IntStream.range(0, 4)
        .mapToObj(i -> new Space.Real("x" + i, 0, 1, false, 100))
        .toArray(Space.Dimension[]::new);
    assertThrows(IllegalArgumentException.class,
        () -> Sampling.GRID.sampler("svm", Space.of(dimensions), 0));
  }

  private static Set<Object> values(Space.Dimension x) {
    return points(Space.of(x), 0).stream().map(p -> p.get("x")).collect(Collectors.toSet());
  }

  private static List<Map<String, Object>> points(Space space, long seed) {
    Sampler sampler = Sampling.GRID.sampler("svm", space, seed);
    return IntStream.range(0, sampler.trials(1000))
        .mapToObj(k -> sampler.choose(k, List.of()).values())
        .toList();
  }
}
