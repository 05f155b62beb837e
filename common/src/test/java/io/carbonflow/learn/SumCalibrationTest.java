// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.total.SumSpread;
import io.carbonflow.model.total.Summand;
import io.carbonflow.model.total.Total;
import io.carbonflow.model.total.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Made-up buildings of two years each, whose emissions are lognormal about what is predicted.
class SumCalibrationTest {
  private static final String WIDE = "wide";
  private static final String NARROW = "narrow";
  private static final Map<String, Double> SPREADS = Map.of(WIDE, 0.9, NARROW, 0.3, "rare", 0.6);

  private record Town(List<String> buildings, List<String> kinds, double[] measured,
      double[] predicted, double[] expected) {

    /// @param rare how many of them are of a rare kind; the rest are wide and narrow in turn
    static Town of(int buildings, int rare, long seed) {
      var random = new Random(seed);
      int rows = 2 * buildings;
      Town town = new Town(IntStream.range(0, rows).mapToObj(i -> "b" + i / 2).toList(),
          IntStream.range(0, rows).mapToObj(i -> i / 2 < rare ? "rare"
              : i / 2 % 2 == 0 ? WIDE : NARROW).toList(),
          new double[rows], new double[rows], new double[rows]);
      for (int i = 0; i < rows; i += 2) {
        double size = 100 * Math.exp(random.nextGaussian());
        double spread = SPREADS.get(town.kinds.get(i));
        double own = random.nextGaussian();
        for (int year = i; year < i + 2; year++) {
          // Nine tenths of the variance are the building's, one tenth the year's.
          double residual = spread * (Math.sqrt(0.9) * own + Math.sqrt(0.1) * random.nextGaussian());
          town.predicted[year] = size;
          town.measured[year] = Math.expm1(Math.log1p(size) + residual);
          // What a forest would learn: the mean absolute value of a normal.
          town.expected[year] = spread * Math.sqrt(2 / Math.PI);
        }
      }
      return town;
    }

    Optional<Totals> totals() {
      return new SumCalibration(buildings, kinds, measured, predicted, expected).totals();
    }

    Total total(Totals totals, int[] rows) {
      return totals.total(Arrays.stream(rows).mapToObj(i -> {
        double mean = totals.means().mean(kinds.get(i), predicted[i]);
        return new Summand(buildings.get(i), mean,
            OptionalDouble.of(totals.spread().orElseThrow().deviation(expected[i], mean)));
      }).toList(), Interval.LEVEL);
    }

    double sum(double[] values, int[] rows) {
      return Arrays.stream(rows).mapToDouble(i -> values[i]).sum();
    }

    int[] all() {
      return IntStream.range(0, buildings.size()).toArray();
    }
  }

  @Test
  void meansAddUpToWhatWasMeasuredAndMediansToLess() {
    Totals totals = Town.of(4000, 0, 1).totals().orElseThrow();
    Town others = Town.of(4000, 0, 2);
    double measured = others.sum(others.measured, others.all());
    assertEquals(1, others.total(totals, others.all()).tonnes() / measured, 0.03);
    assertTrue(others.sum(others.predicted, others.all()) / measured < 0.85);
    // exp(σ²/2) of each kind, as 1 tonne is little beside a building's.
    assertEquals(Math.exp(0.9 * 0.9 / 2), totals.means().mean(WIDE, 1), 0.07);
    assertEquals(Math.exp(0.3 * 0.3 / 2), totals.means().mean(NARROW, 1), 0.07);
  }

  @Test
  void ofTheRowsThatTheyAreMadeOfMeansAddUpToAPercent() {
    Town town = Town.of(1000, 20, 3);
    Totals totals = town.totals().orElseThrow();
    assertEquals(1, town.total(totals, town.all()).tonnes()
        / town.sum(town.measured, town.all()), 0.01);
  }

  /// The formula of docs/explanation/intervals.md by hand.
  @Test
  void aFactorIsShrunkTowardsThatOfAllByItsRows() {
    int rows = 200;
    List<String> kinds = IntStream.range(0, rows)
        .mapToObj(i -> i < 100 ? "many" : i < 140 ? "few" : "fewer " + i % 2).toList();
    double[] predicted = new double[rows];
    Arrays.fill(predicted, 10);
    double[] measured = IntStream.range(0, rows).mapToDouble(i -> i < 100 ? 20 : 10).toArray();
    double[] expected = new double[rows];
    Arrays.fill(expected, 0.5);
    Totals totals = new SumCalibration(IntStream.range(0, rows).mapToObj(i -> "b" + i).toList(),
        kinds, measured, predicted, expected).totals().orElseThrow();
    assertEquals(Map.of("many", (2000 + 60 * 1.5 * 10) / (1000 + 60 * 10.0)), totals.means().types());
    assertEquals((1000 + 60 * 1.5 * 10) / (1000 + 60 * 10.0), totals.means().others());
    assertEquals(1, totals.spread().orElseThrow().correlation());
  }

  @Test
  void theSpreadIsTheOneThatTheBuildingsHave() {
    SumSpread spread = Town.of(4000, 0, 4).totals().orElseThrow().spread().orElseThrow();
    assertEquals(0.9, spread.correlation(), 0.02);
    assertEquals(Math.sqrt(Math.expm1(0.09)), spread.variations().getFirst(), 0.02);
    assertEquals(Math.sqrt(Math.expm1(0.81)), spread.variations().getLast(), 0.15);
  }

  /// Sums of some buildings of a town that nothing was learned from, over ten towns that something
  /// was: they differ in how right their factors are.
  @ParameterizedTest
  @ValueSource(ints = {10, 50, 200})
  void sumsOfNewBuildingsLieWithinAsOftenAsAsked(int portfolio) {
    double within = IntStream.range(0, 10).mapToDouble(town -> within(
        Town.of(600, 0, 100 + town).totals().orElseThrow(), Town.of(1500, 0, 200 + town), portfolio))
        .average().orElseThrow();
    assertEquals(0.93, within, 0.05);
  }

  private static double within(Totals totals, Town others, int portfolio) {
    var random = new Random(7);
    List<Integer> buildings =
        new ArrayList<>(IntStream.range(0, others.buildings.size() / 2).boxed().toList());
    return IntStream.range(0, 200).filter(_ -> {
      Collections.shuffle(buildings, random);
      int[] rows = buildings.subList(0, portfolio).stream()
          .flatMapToInt(b -> IntStream.of(2 * b, 2 * b + 1)).toArray();
      return others.total(totals, rows).interval().orElseThrow()
          .contains(others.sum(others.measured, rows));
    }).count() / 200.0;
  }

  @Test
  void fewBuildingsTellTheFactorsBadly() {
    assertTrue(Town.of(100, 0, 1).totals().orElseThrow().spread().orElseThrow().shared() > 0.06);
    assertEquals(SumSpread.LEAST_SHARED,
        Town.of(8000, 0, 1).totals().orElseThrow().spread().orElseThrow().shared());
  }

  @Test
  void ofTooFewRowsThereIsNoMeanAndOfTooFewBuildingsNoInterval() {
    assertEquals(Optional.empty(), Town.of(14, 0, 1).totals());
    assertEquals(Optional.empty(), Town.of(15, 0, 1).totals().orElseThrow().spread());
    assertEquals(Optional.empty(), Town.of(99, 0, 1).totals().orElseThrow().spread());
    assertTrue(Town.of(100, 0, 1).totals().orElseThrow().spread().isPresent());
  }

  @Test
  void whereNothingIsMeasuredOrPredictedThereIsNoMean() {
    Town town = Town.of(100, 0, 1);
    assertEquals(Optional.empty(), new SumCalibration(town.buildings, town.kinds, new double[200],
        town.predicted, town.expected).totals());
    assertEquals(Optional.empty(), new SumCalibration(town.buildings, town.kinds, town.measured,
        new double[200], town.expected).totals());
  }

  @Test
  void predictionsThatAreAllExactHaveTheLeastIntervals() {
    Town town = Town.of(200, 0, 1);
    Totals totals = new SumCalibration(town.buildings, town.kinds, town.predicted, town.predicted,
        town.expected).totals().orElseThrow();
    assertEquals(1, totals.means().mean(WIDE, 1), 1e-12);
    Interval interval = town.total(totals, town.all()).interval().orElseThrow();
    assertTrue(interval.contains(town.sum(town.predicted, town.all())), interval.toString());
  }

  @Test
  void theOrderOfRowsDecidesNothing() {
    Town town = Town.of(300, 40, 8);
    List<Integer> order = new ArrayList<>(Arrays.stream(town.all()).boxed().toList());
    Collections.shuffle(order, new Random(9));
    Totals shuffled = new SumCalibration(order.stream().map(town.buildings::get).toList(),
        order.stream().map(town.kinds::get).toList(), picked(order, town.measured),
        picked(order, town.predicted), picked(order, town.expected)).totals().orElseThrow();
    Totals totals = town.totals().orElseThrow();
    assertEquals(totals.means().others(), shuffled.means().others(), 1e-12);
    assertEquals(totals.spread().orElseThrow().widening(),
        shuffled.spread().orElseThrow().widening(), 1e-9);
  }

  private static double[] picked(List<Integer> order, double[] values) {
    return order.stream().mapToDouble(i -> values[i]).toArray();
  }

  @Test
  void partsThatDoNotMatchAreRefused() {
    Town town = Town.of(100, 0, 1);
    assertThrows(IllegalArgumentException.class, () -> new SumCalibration(town.buildings,
        town.kinds, town.measured, town.predicted, new double[3]));
  }
}
