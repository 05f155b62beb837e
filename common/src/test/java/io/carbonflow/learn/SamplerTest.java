package io.carbonflow.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplerTest {
  private final Space space = Space.of(
      new Space.Choice("kernel", List.of("rbf", "poly"), List.of(3.0, 1.0)),
      new Space.Real("c", 0.1, 100, true, 4),
      new Space.OnlyIf("kernel", List.of("poly"), new Space.Whole("degree", 2, 4, false, 3)));

  private List<Hyperparameters> random(int count, long seed) {
    Sampler sampler = Sampler.random(space, "svm", count, seed);
    return IntStream.range(0, count).mapToObj(sampler::trial).toList();
  }

  @Test
  void aRandomTrialDependsOnTheSeedAndItsNumberAlone() {
    assertEquals(random(50, 1).subList(0, 10), random(10, 1));
    assertEquals(random(50, 1).get(33), Sampler.random(space, "svm", 34, 1).trial(33));
    assertNotEquals(random(5, 1), random(5, 2));
    assertNotEquals(random(1, 1).getFirst(), Sampler.random(space, "xgboost", 1, 1).trial(0));
  }

  @Test
  void randomValuesLieWithinTheirBoundsAndReachAllOptions() {
    List<Hyperparameters> trials = random(2000, 5);
    assertTrue(trials.stream().allMatch(t -> t.number("c") >= 0.1 && t.number("c") <= 100));
    long belowThree = trials.stream().filter(t -> t.number("c") < Math.sqrt(10)).count();
    assertEquals(1000, belowThree, 80, "half of the draws lie below the middle of the log scale");
    long rbf = trials.stream().filter(t -> t.text("kernel").equals("rbf")).count();
    assertEquals(1500, rbf, 70, "three of four draws have the heavier option");
    Set<Integer> degrees = new HashSet<>();
    trials.stream().filter(t -> t.has("degree")).forEach(t -> degrees.add(t.integer("degree")));
    assertEquals(Set.of(2, 3, 4), degrees);
  }

  @Test
  void aConditionalDimensionExistsOnlyWithItsOption() {
    assertTrue(random(200, 1).stream()
        .allMatch(t -> t.has("degree") == t.text("kernel").equals("poly")));
  }

  @Test
  void aGridHasEachPointOnceInAnOrderThatTheSeedDecides() {
    Sampler grid = Sampler.grid(space, "svm", 1000, 1);
    assertEquals(4 + 4 * 3, grid.size());
    List<Hyperparameters> points = IntStream.range(0, grid.size()).mapToObj(grid::trial).toList();
    assertEquals(grid.size(), new HashSet<>(points).size());
    assertEquals(points.subList(0, 5), IntStream.range(0, 5)
        .mapToObj(Sampler.grid(space, "svm", 5, 1)::trial).toList());
    assertNotEquals(points, IntStream.range(0, grid.size())
        .mapToObj(Sampler.grid(space, "svm", 1000, 2)::trial).toList());
    assertTrue(points.stream().anyMatch(p -> p.number("c") == 0.1));
    assertTrue(points.stream().anyMatch(p -> p.number("c") == 100));
  }

  @Test
  void theParzenEstimatorDrawsNearTheGoodTrials() {
    List<Hyperparameters> ranked = random(40, 9).stream()
        .sorted(java.util.Comparator.comparingDouble(t -> Math.abs(Math.log(t.number("c") / 20))))
        .toList();
    ParzenEstimator estimator = ParzenEstimator.of(space, ranked);
    long near = IntStream.range(0, 100)
        .mapToObj(i -> estimator.draw(new java.util.SplittableRandom(i)))
        .filter(t -> t.number("c") > 7 && t.number("c") < 55)
        .count();
    assertTrue(near > 75, () -> "only " + near + " of 100 draws are near the good trials");
  }

  @Test
  void placesInTheUnitIntervalLeadBackToTheirValues() {
    Space.Real c = new Space.Real("c", 0.1, 100, true, 4);
    Space.Whole rounds = new Space.Whole("rounds", 10, 600, true, 4);
    for (double at : new double[] {0, 0.3, 0.5, 1}) {
      assertEquals(at, Unit.place(c, Unit.value(c, at)), 1e-12);
      assertEquals(Unit.value(rounds, at), Unit.value(rounds, Unit.place(rounds,
          Unit.value(rounds, at))));
    }
    assertEquals(10L, Unit.value(rounds, 0));
    assertEquals(600L, Unit.value(rounds, 1));
  }
}
