// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;

class RandomSamplerTest {
  private static final int MANY = 4000;

  @Test
  void drawsTheSameTrialEveryTimeAndAnotherForEachNumberSeedAndEstimator() {
    Hyperparameters third = draw("svm", Neighbors.SPACE, 7, 3);
    assertEquals(third, draw("svm", Neighbors.SPACE, 7, 3));
    assertNotEquals(third, draw("svm", Neighbors.SPACE, 7, 4));
    assertNotEquals(third, draw("svm", Neighbors.SPACE, 8, 3));
    assertNotEquals(third, draw("xgboost", Neighbors.SPACE, 7, 3));
  }

  @Test
  void drawsWhatItAlwaysDrew() {
    assertEquals(
        Map.of(
            "distance", "minkowski",
            "power", 0.6461147614253719,
            "share", 0.41865296726973816,
            "coarse", 25L),
        draw("svm", Neighbors.SPACE, 0, 2).values());
  }

  @Test
  void drawsRealNumbersEvenly() {
    List<Double> drawn = numbers(new Space.Real("x", 2, 4, false, 2));
    assertTrue(drawn.stream().allMatch(x -> x >= 2 && x <= 4));
    assertEquals(3, mean(drawn), 0.03);
  }

  @Test
  void drawsRealNumbersEvenlyInTheLogarithm() {
    List<Double> drawn = numbers(new Space.Real("x", 0.01, 100, true, 2));
    assertTrue(drawn.stream().allMatch(x -> x >= 0.01 && x <= 100));
    assertEquals(0, mean(drawn.stream().map(Math::log10).toList()), 0.06);
  }

  @Test
  void drawsWholeNumbersEvenlyWithBothEnds() {
    List<Double> drawn = numbers(new Space.Whole("x", 1, 4, false, 2));
    for (double value = 1; value <= 4; value++) {
      double wanted = value;
      assertEquals(0.25, drawn.stream().filter(x -> x == wanted).count() / (double) MANY, 0.03);
    }
  }

  @Test
  void drawsWordsByTheirWeights() {
    Space space = Space.of(new Space.Choice("x", List.of("a", "b", "c"), List.of(6.0, 3.0, 1.0)));
    List<String> drawn = draws(space).stream().map(h -> h.text("x")).toList();
    assertEquals(0.6, drawn.stream().filter("a"::equals).count() / (double) MANY, 0.03);
    assertEquals(0.1, drawn.stream().filter("c"::equals).count() / (double) MANY, 0.03);
  }

  @Test
  void drawsAConditionalDimensionOnlyWhereItsConditionHolds() {
    for (Hyperparameters drawn : draws(Neighbors.SPACE)) {
      assertEquals(drawn.text("distance").equals("minkowski"), drawn.has("power"));
    }
  }

  @Test
  void drawsNothingUnderAConditionOnWhatIsAbsentItself() {
    Space space = Space.of(
        new Space.Choice("a", List.of("no"), List.of(1.0)),
        new Space.OnlyIf("a", List.of("yes"),
            new Space.Choice("b", List.of("yes"), List.of(1.0))),
        new Space.OnlyIf("b", List.of("yes"), new Space.Real("c", 0, 1, false, 2)));
    assertEquals(Map.of("a", "no"), draw("svm", space, 0, 0).values());
  }

  @Test
  void drawsADimensionTheSameWhateverElseIsInTheSpace() {
    var x = new Space.Real("x", 0, 1, false, 2);
    Space more = Space.of(new Space.Real("w", 0, 1, false, 2), x);
    assertEquals(
        draw("svm", Space.of(x), 0, 5).number("x"), draw("svm", more, 0, 5).number("x"));
  }

  private static Hyperparameters draw(String estimator, Space space, long seed, int number) {
    return Sampling.RANDOM.sampler(estimator, space, seed).choose(number, List.of());
  }

  private static List<Hyperparameters> draws(Space space) {
    return IntStream.range(0, MANY).mapToObj(k -> draw("any", space, 0, k)).toList();
  }

  private static List<Double> numbers(Space.Dimension x) {
    return draws(Space.of(x)).stream().map(h -> h.number("x")).toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
