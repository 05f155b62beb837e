// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.permutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.concurrent.Workers;
import io.carbonflow.permutation.PermutationTest.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How often a test alarms, and when.
class PermutationTestTest {
  private final Workers workers = new Workers(2);

  @AfterEach
  void close() {
    workers.close();
  }

  private List<Result> test(int first, int second, List<? extends Statistic> respects)
      throws InterruptedException {
    return new PermutationTest(first, second).of(respects, workers);
  }

  @Test
  void aGroupThatIsFarAwayIsSignificantAndTheOtherRespectIsNot() throws InterruptedException {
    Random random = new Random(1);
    double[] shifted = IntStream.range(0, 100)
        .mapToDouble(i -> random.nextGaussian() + (i < 60 ? 0 : 2)).toArray();
    double[] alike = random.doubles(100).toArray();
    List<Result> results =
        test(60, 40, List.of(new KolmogorovSmirnov(shifted), new KolmogorovSmirnov(alike)));
    assertEquals(0.001, results.get(0).p());
    assertTrue(results.get(0).difference() > 0.5);
    assertTrue(results.get(1).p() > 0.2, "" + results.get(1));
  }

  @Test
  void whereNothingDiffersNothingIsSignificant() throws InterruptedException {
    assertEquals(List.of(new Result(0, 1)), test(5, 7, List.of(
        new KolmogorovSmirnov(new double[12]))));
    assertEquals(List.of(new Result(0, 1)), test(5, 7, List.of(
        Means.ratio(new double[12], new double[12]))));
    assertEquals(List.of(), test(5, 7, List.of()));
  }

  @Test
  void twoUnitsAreTooFewForAnAlarm() throws InterruptedException {
    double p = test(1, 1, List.of(Means.difference(new double[] {0, 1000}, new double[] {1, 1})))
        .getFirst().p();
    assertTrue(p > 0.4, "" + p);
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws InterruptedException {
    double[] values = new Random(3).doubles(50).toArray();
    var respects = List.of(new KolmogorovSmirnov(values));
    List<Result> two = test(30, 20, respects);
    try (Workers one = new Workers(1)) {
      assertEquals(two, new PermutationTest(30, 20).of(respects, one));
    }
  }

  @Test
  void aGroupOfNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PermutationTest(0, 3));
    assertThrows(IllegalArgumentException.class, () -> new PermutationTest(3, 0));
  }

  /// Ten respects that depend on each other, some skewed and some with many ties. Of 400 draws in
  /// which all are alike, 5% and hardly more may alarm: 3 standard errors are 3.3%.
  @ParameterizedTest
  @CsvSource({"20, 10", "60, 200"})
  void falseAlarmsAreAsRareAsTheLevelSays(int first, int second) throws InterruptedException {
    int alarms = 0;
    int draws = 400;
    Random random = new Random(2);
    for (int draw = 0; draw < draws; draw++) {
      List<Statistic> respects = new ArrayList<>();
      double[] common = random.doubles(first + second).map(u -> -Math.log(u)).toArray();
      for (int respect = 0; respect < 10; respect++) {
        double own = respect / 10.0;
        double[] values = IntStream.range(0, common.length)
            .mapToDouble(i -> (1 - own) * common[i] + own * random.nextGaussian()).toArray();
        respects.add(respect % 3 == 0 ? Means.difference(values, ones(values.length))
            : new KolmogorovSmirnov(respect % 3 == 1 ? values
                : IntStream.range(0, values.length).mapToDouble(i -> Math.rint(values[i]))
                    .toArray()));
      }
      boolean alarm =
          test(first, second, respects).stream().anyMatch(result -> result.p() <= 0.05);
      alarms += alarm ? 1 : 0;
    }
    double rate = alarms / (double) draws;
    assertTrue(rate > 0.02 && rate < 0.083, "rate " + rate);
  }

  private static double[] ones(int length) {
    return IntStream.range(0, length).mapToDouble(_ -> 1).toArray();
  }
}
