// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.learn.forest.RandomForest;
import io.carbonflow.learn.Dataset;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.interval.Intervals;
import io.carbonflow.model.interval.IntervalsJson;
import io.carbonflow.model.regressor.StoredRegressor;
import io.carbonflow.model.regressor.TreesBuilder;
import org.junit.jupiter.api.Test;

/// Made-up buildings of two rows each. Small ones, and those of one kind, are predicted badly.
class CalibrationTest {
  private static final int FOLDS = 4;
  private static final int COUNT = 600;

  /// @param predicted 100 t each; what was measured differs from it
  private record Buildings(Dataset rows, double[] predicted, int[] fold) {
    static Buildings of(int buildings, long seed) {
      var random = new Random(seed);
      double[][] values = new double[2 * buildings][];
      double[] tonnes = new double[2 * buildings];
      for (int b = 0; b < buildings; b++) {
        double size = random.nextGaussian();
        double kind = random.nextInt(2);
        double noise = random.nextGaussian() * (size < 0 ? 0.6 : 0.3) * (kind == 1 ? 2 : 0.5);
        for (int i = 2 * b; i < 2 * b + 2; i++) {
          values[i] = new double[] {size, kind, random.nextGaussian()};
          tonnes[i] = Math.expm1(Math.log1p(100) + noise + 0.02 * random.nextGaussian());
        }
      }
      double[] predicted = new double[tonnes.length];
      Arrays.fill(predicted, 100);
      return new Buildings(
          new Dataset("buildings", List.of("size", "kind", "noise"), values, tonnes,
              Dataset.equalWeights(tonnes.length),
              named(tonnes.length, i -> "b" + i / 2), named(tonnes.length, i -> "row " + i),
              new Dataset.Target(tonnes, new double[tonnes.length], Town.LOGARITHM)),
          predicted,
          IntStream.range(0, tonnes.length).map(i -> i / 2 % FOLDS).toArray());
    }

    private static List<String> named(int rows, IntFunction<String> name) {
      return IntStream.range(0, rows).mapToObj(name).toList();
    }

    Optional<Intervals> intervals(int threads) throws InterruptedException {
      return intervals(threads, new RandomForest());
    }

    Optional<Intervals> intervals(int threads, Estimator forest) throws InterruptedException {
      try (var workers = new Workers(threads)) {
        return new Calibration(forest, rows, "size", predicted, fold)
            .calibrate(workers).intervals();
      }
    }

    double coverage(Intervals intervals, double level, int column, int sign) {
      int[] some = IntStream.range(0, rows.rows())
          .filter(i -> sign * (rows.values()[i][column] - 0.01) > 0).toArray();
      return Arrays.stream(some).filter(i ->
          intervals.of(rows.values()[i], 100, level).contains(rows.target().measured()[i]))
          .count() / (double) some.length;
    }
  }

  @Test
  void newBuildingsLieWithinAsOftenAsAskedInEveryGroup() throws InterruptedException {
    Intervals intervals = Buildings.of(COUNT, 1).intervals(2).orElseThrow();
    Buildings others = Buildings.of(3000, 2);
    for (double level : new double[] {0.5, 0.9}) {
      for (int sign : new int[] {-1, 1}) {
        assertEquals(level, others.coverage(intervals, level, 0, sign), 0.06, "by size");
        assertEquals(level, others.coverage(intervals, level, 1, sign), 0.06, "by kind");
      }
    }
  }

  @Test
  void whatIsPredictedBadlyGetsAWideInterval() throws InterruptedException {
    Intervals intervals = Buildings.of(COUNT, 1).intervals(2).orElseThrow();
    double sure = intervals.of(new double[] {1, 0, 0}, 100, 0.9).width();
    double unsure = intervals.of(new double[] {1, 1, 0}, 100, 0.9).width();
    assertTrue(unsure > 2 * sure, sure + " and " + unsure);
    assertEquals(3, intervals.groups().size());
  }

  @Test
  void oneThreadAndTwoGiveTheSameBits() throws InterruptedException {
    Intervals one = Buildings.of(200, 3).intervals(1).orElseThrow();
    Intervals two = Buildings.of(200, 3).intervals(2).orElseThrow();
    assertEquals(IntervalsJson.write(one), IntervalsJson.write(two));
    assertArrayEquals(StoredRegressor.bytes(one.spread()), StoredRegressor.bytes(two.spread()));
  }

  @Test
  void ofFewBuildingsThereIsOneGroupAndOfFewerThereAreNoIntervals() throws InterruptedException {
    assertEquals(1, Buildings.of(149, 1).intervals(1).orElseThrow().groups().size());
    Intervals nine = Buildings.of(9, 1).intervals(1).orElseThrow();
    assertEquals(Interval.LEVEL, nine.highestLevel(), 1e-12);
    assertEquals(Optional.empty(), Buildings.of(8, 1).intervals(1));
  }

  @Test
  void partsThatDoNotMatchAreRefused() {
    Buildings some = Buildings.of(20, 1);
    assertThrows(IllegalArgumentException.class,
        () -> new Calibration(new RandomForest(), some.rows, "size", new double[3], some.fold));
    assertThrows(IllegalArgumentException.class,
        () -> new Calibration(new RandomForest(), some.rows, "size", some.predicted, new int[3]));
    assertThrows(IllegalArgumentException.class, () -> new Calibration(
        new RandomForest(), some.rows, "height", some.predicted, some.fold));
  }

  /// How many samples each tree of the spread draws, by fit; a constant is fitted instead.
  private static Queue<Double> samples(int buildings) throws InterruptedException {
    Queue<Double> samples = new ConcurrentLinkedQueue<>();
    Buildings.of(buildings, 1).intervals(1, new Scripted((_, _, _, _) -> {
      throw new AssertionError("the spread is not searched for");
    }, (chosen, rows) -> {
      samples.add(chosen.number("subsample", 1) * rows.length);
      TreesBuilder builder = new TreesBuilder();
      builder.tree();
      builder.leaf(1, rows.length);
      return builder.mean();
    }));
    return samples;
  }

  @Test
  void aTreeOfTheSpreadDrawsAsManySamplesAsThereAreRowsButNoMoreThanTwentyThousand() throws InterruptedException {
    assertEquals(Set.of(900.0, 1200.0), Set.copyOf(samples(COUNT)));
    Queue<Double> many = samples(14_000);
    assertEquals(FOLDS + 1, many.size());
    many.forEach(drawn -> assertEquals(20_000, drawn, 1e-6));
  }
}
