// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.interval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.regressor.Kernel;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.SupportVectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsTest {
  private static final Regressor SPREAD = constant(0.5);

  private static Regressor constant(double value) {
    return new SupportVectors(Kernel.linear(), new double[0][], new double[0], value);
  }

  /// 99 buildings of one score.
  private static NonconformityScores all(double score) {
    return residuals(DoubleStream.generate(() -> score).limit(99).toArray());
  }

  private static NonconformityScores residuals(double... scores) {
    return new NonconformityScores(Arrays.stream(scores).sorted().toArray(),
        DoubleStream.generate(() -> 1).limit(scores.length).toArray());
  }

  private static Intervals one(double score) {
    return new Intervals(SPREAD, 0, new double[0], List.of(all(score)));
  }

  @Test
  void anIntervalReachesAsFarAsTheScoreTimesTheSpreadOnTheLogarithmicScale() {
    Interval interval = one(2).of(new double[] {0}, 99, 0.9);
    assertEquals(100 / Math.E - 1, interval.lower(), 1e-9);
    assertEquals(100 * Math.E - 1, interval.upper(), 1e-9);
    assertEquals(0.9, interval.level());
  }

  @Test
  void manyPredictionsOfALevelHaveTheIntervalsThatEachHasAlone() {
    Intervals parted = new Intervals(SPREAD, 1, new double[] {10, 20}, List.of(all(1), all(2), all(4)));
    LevelIntervals level = parted.at(0.9);
    for (double size : new double[] {5, 15, 25, 15, 5}) {
      double[] row = {9, size};
      assertEquals(parted.of(row, 50, 0.9), level.of(row, 50));
    }
  }

  @Test
  void aLevelThatIsTooHighIsRefusedWhereItIsAskedFor() {
    Intervals parted = new Intervals(SPREAD, 0, new double[] {10}, List.of(residuals(1, 2), all(4)));
    LevelIntervals level = parted.at(0.9);
    assertEquals(0.9, level.of(new double[] {15}, 50).level());
    assertThrows(IllegalArgumentException.class, () -> level.of(new double[] {5}, 50));
  }

  @Test
  void itIsNeverNegative() {
    Interval interval = one(4).of(new double[] {0}, 1, 0.9);
    assertEquals(0, interval.lower());
    assertTrue(interval.upper() > 1);
    Interval below = one(0.1).of(new double[] {0}, -0.8, 0.9);
    assertEquals(0, below.lower());
    assertEquals(0, below.upper());
  }

  /// On the Box-Cox scale, with its pole at 10, so wide an interval would have no end.
  @Test
  void itEndsHoweverWideItIs() {
    Interval interval = one(20).of(new double[] {0}, 30_000, 0.9);
    assertEquals(30_001 * Math.exp(10) - 1, interval.upper(), 1e-3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.9, 0.98})
  void itHoldsThePredictionAtEveryLevel(double level) {
    var scores = residuals(new Random(1).doubles(99, 0, 3).toArray());
    var intervals = new Intervals(SPREAD, 0, new double[0], List.of(scores));
    assertTrue(intervals.of(new double[] {0}, 12, level).contains(12));
  }

  @Test
  void eachGroupBySizeHasItsOwnScores() {
    var intervals =
        new Intervals(SPREAD, 1, new double[] {-1, 1}, List.of(all(1), all(2), all(3)));
    double[] widths = DoubleStream.of(-2, -1, 0, 1, 5)
        .map(size -> Math.log1p(intervals.of(new double[] {9, size}, 50, 0.9).upper()))
        .map(log -> log - Math.log1p(50)).toArray();
    assertArrayEquals(new double[] {0.5, 1, 1, 1.5, 1.5}, widths, 1e-12);
  }

  @Test
  void aSpreadOfNothingIsTakenAsOnePerCent() {
    var intervals = new Intervals(constant(-3), 0, new double[0], List.of(all(1)));
    assertEquals(Math.log1p(50) + 0.01,
        Math.log1p(intervals.of(new double[] {0}, 50, 0.9).upper()), 1e-12);
  }

  /// Rows of new buildings from the same distribution lie within as often as was asked for.
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.9})
  void theyHoldWhatTheyPromise(double level) {
    var random = new Random(7);
    double covered = 0;
    for (int turn = 0; turn < 2000; turn++) {
      var intervals = new Intervals(SPREAD, 0, new double[0],
          List.of(residuals(random.doubles(19, 0, 1).map(u -> -Math.log(u)).toArray())));
      double residual = -Math.log(random.nextDouble()) * 0.5;
      covered += intervals.of(new double[] {0}, 10, level)
          .contains(Math.expm1(Math.log1p(10) + residual)) ? 1 : 0;
    }
    assertEquals(level, covered / 2000, 0.025);
  }

  @Test
  void partsThatDoNotMatchAreRefused() {
    refused(0, new double[] {1}, all(1));
    refused(0, new double[] {1, 1}, all(1), all(1), all(1));
    refused(0, new double[] {Double.NaN}, all(1), all(1));
    refused(-1, new double[0], all(1));
  }

  private static void refused(int column, double[] edges, NonconformityScores... groups) {
    assertThrows(IllegalArgumentException.class,
        () -> new Intervals(SPREAD, column, edges, List.of(groups)));
  }

  @Test
  void theyReadBackToTheLastBit() {
    NonconformityScores scores = residuals(new Random(3).doubles(40, 0, 2).toArray());
    var written =
        new Intervals(SPREAD, 3, new double[] {-0.1, 0.7}, List.of(scores, all(2), scores));
    Intervals read = IntervalsJson.read(IntervalsJson.write(written), SPREAD, Place.of("b"));
    assertEquals(IntervalsJson.write(written), IntervalsJson.write(read));
    IntStream.range(0, 3).forEach(group -> assertArrayEquals(
        written.groups().get(group).scores(), read.groups().get(group).scores()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{}", "{\"sizeColumn\":0,\"edges\":[1],\"groups\":[]}",
      "{\"sizeColumn\":0,\"edges\":[],\"groups\":[{\"scores\":[2,1],\"weights\":[1,1]}]}",
      "{\"sizeColumn\":0,\"edges\":[],\"groups\":[{\"scores\":[2]}]}",
      "{\"sizeColumn\":0,\"edges\":[],\"groups\":[null]}"})
  void aTextThatHoldsNoneIsRefused(String text) {
    Problem problem = assertThrows(
        Problem.class, () -> IntervalsJson.read(text, SPREAD, Place.of("b!intervals.json")));
    assertTrue(problem.getMessage().startsWith("b!intervals.json: "), problem.getMessage());
  }
}
