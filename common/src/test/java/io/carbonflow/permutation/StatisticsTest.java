// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.permutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;

/// The differences by their definitions.
class StatisticsTest {
  private static final double NAN = Double.NaN;

  private static boolean[] second(int... ones) {
    boolean[] second = new boolean[ones.length];
    for (int i = 0; i < ones.length; i++) {
      second[i] = ones[i] == 1;
    }
    return second;
  }

  private static double smirnov(double[] values, int... second) {
    return new KolmogorovSmirnov(values).of(second(second));
  }

  @Test
  void groupsThatDoNotMeetAreOneApart() {
    assertEquals(1, smirnov(new double[] {5, 1, 6, 2}, 1, 0, 1, 0));
    assertEquals(1, smirnov(new double[] {NAN, 1, NAN}, 1, 0, 1));
  }

  @Test
  void groupsOfEqualValuesAreNotApart() {
    assertEquals(0, smirnov(new double[] {3, 3, 3}, 1, 0, 0));
    assertEquals(0, smirnov(new double[] {1, 2, 1, 2}, 1, 1, 0, 0));
    assertEquals(0, smirnov(new double[] {NAN, NAN}, 1, 0));
  }

  @Test
  void whatIsNotKnownIsLessThanAnyNumber() {
    assertEquals(0.5, smirnov(new double[] {1, 2, NAN, 2}, 0, 0, 1, 1));
    assertEquals(0.5, smirnov(new double[] {Double.NEGATIVE_INFINITY, 0, 0, 0}, 0, 0, 1, 1));
  }

  /// The distributions computed at each value.
  @Test
  void theDifferenceIsTheLargestOfTheDistributionFunctions() {
    Random random = new Random(4);
    for (int n = 2; n < 60; n++) {
      double[] values = random.ints(n, 0, 12).asDoubleStream().toArray();
      boolean[] second = new boolean[n];
      second[0] = true;
      for (int i = 2; i < n; i++) {
        second[i] = random.nextInt(3) == 0;
      }
      double largest = 0;
      for (double at : values) {
        largest = Math.max(largest, Math.abs(share(values, second, at, true)
            - share(values, second, at, false)));
      }
      assertEquals(largest, new KolmogorovSmirnov(values).of(second), 1e-15);
    }
  }

  private static double share(double[] values, boolean[] second, double at, boolean group) {
    int all = 0;
    int below = 0;
    for (int i = 0; i < values.length; i++) {
      if (second[i] == group) {
        all++;
        below += values[i] <= at ? 1 : 0;
      }
    }
    return (double) below / all;
  }

  @Test
  void sharesOfLevelsAreCompared() {
    var levels = new TotalVariation(List.of("a", "a", "b", "b", "c", "c"));
    assertEquals(0, levels.of(second(0, 1, 0, 1, 0, 1)));
    assertEquals(1, levels.of(second(1, 1, 0, 0, 0, 0)));
    assertEquals(0.5, levels.of(second(1, 0, 0, 0, 1, 0)), 1e-15);
  }

  @Test
  void meansAreComparedByTheirRatioOrTheirDifference() {
    double[] sums = {2, 4, 9, 9};
    double[] counts = {1, 2, 1, 2};
    assertEquals(Math.log(3), Means.ratio(sums, counts).of(second(0, 0, 1, 1)), 1e-9);
    assertEquals(4, Means.difference(sums, counts).of(second(0, 0, 1, 1)), 1e-12);
    assertEquals(-4, Means.difference(sums, counts).of(second(1, 1, 0, 0)), 1e-12);
  }

  @Test
  void aDropOfRSquaredIsThatOfBothGroupsAlone() {
    double[] actual = {1, 2, 3, 4, 5, 7, 11, 13};
    double[] predicted = {1, 2, 3, 4, 6, 6, 12, 12};
    List<SquaredErrors.Unit> units = new ArrayList<>();
    for (int i = 0; i < actual.length; i++) {
      units.add(SquaredErrors.Unit.of(new double[] {actual[i]}, new double[] {predicted[i]}));
    }
    double drop = new SquaredErrors(units).of(second(0, 0, 0, 0, 1, 1, 1, 1));
    double mean = Arrays.stream(actual).skip(4).average().orElseThrow();
    double spread = Arrays.stream(actual).skip(4).map(a -> (a - mean) * (a - mean)).sum();
    assertEquals(4 / spread, drop, 1e-12);
  }
}
