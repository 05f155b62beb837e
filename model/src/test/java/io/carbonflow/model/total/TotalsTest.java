// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.total;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.model.interval.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotalsTest {
  private static final MeanFactors MEANS =
      new MeanFactors(1.5, new TreeMap<>(Map.of("Office", 1.1)));
  private static final SumSpread SPREAD =
      new SumSpread(List.of(0.3), List.of(0.5, 1.0), 0.75, SumSpread.LEAST_SHARED, 1);
  private static final Totals TOTALS = new Totals(MEANS, Optional.of(SPREAD));

  private static Summand row(String building, double mean, double deviation) {
    return new Summand(building, mean, OptionalDouble.of(deviation));
  }

  private static double sigma(Interval interval) {
    return Math.log(interval.upper() / interval.lower()) / 2 / Normal.within(interval.level());
  }

  @Test
  void aMeanIsTheMedianTimesTheFactorOfItsTypeAndNeverNegative() {
    assertEquals(110, MEANS.mean("Office", 100), 1e-12);
    assertEquals(150, MEANS.mean("Hotel", 100), 1e-12);
    assertEquals(150, MEANS.mean("", 100), 1e-12);
    assertEquals(0, MEANS.mean("Office", -0.5));
  }

  @Test
  void aDeviationIsAPartOfTheMeanByWhatIsExpected() {
    assertEquals(50, SPREAD.deviation(0.29, 100), 1e-12);
    assertEquals(100, SPREAD.deviation(0.3, 100), 1e-12);
  }

  /// V/S² of the formula in docs/explanation/intervals.md, by hand.
  @Test
  void theVarianceIsThatOfBuildingsWhoseYearsGoTogether() {
    Interval one = TOTALS.total(List.of(row("a", 100, 50)), 0.9).interval().orElseThrow();
    assertEquals(Math.log(1 + 0.25 + 0.0025), Math.pow(sigma(one), 2), 1e-12);
    Interval two = TOTALS.total(
        List.of(row("a", 100, 50), row("a", 100, 50)), 0.9).interval().orElseThrow();
    assertEquals(Math.log(1 + (0.75 * 10_000 + 0.25 * 5_000) / 40_000 + 0.0025),
        Math.pow(sigma(two), 2), 1e-12);
    Interval others = TOTALS.total(
        List.of(row("a", 100, 50), row("b", 100, 50)), 0.9).interval().orElseThrow();
    assertEquals(Math.log(1 + 5_000 / 40_000.0 + 0.0025), Math.pow(sigma(others), 2), 1e-12);
  }

  @Test
  void anIntervalOfManyBuildingsIsNarrowerButNeverThanWhatAllShare() {
    List<Summand> rows = IntStream.range(0, 100_000)
        .mapToObj(i -> row("b" + i, 10, 10)).toList();
    Interval ten = TOTALS.total(rows.subList(0, 10), 0.9).interval().orElseThrow();
    Interval all = TOTALS.total(rows, 0.9).interval().orElseThrow();
    assertTrue(all.width() / 1e6 < ten.width() / 100 / 4, all + " and " + ten);
    assertEquals(SumSpread.LEAST_SHARED, sigma(all), 0.001);
    assertTrue(all.contains(1e6), all.toString());
  }

  /// Sums of lognormal emissions: nine in ten of them lie within.
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 50})
  void sumsLieWithinAsOftenAsTheLevelSays(int buildings) {
    double spread = 0.7;
    double mean = Math.exp(spread * spread / 2);
    double variation = Math.sqrt(Math.expm1(spread * spread));
    List<Summand> rows = IntStream.range(0, buildings)
        .mapToObj(i -> row("b" + i, mean * (1 + i % 5), mean * (1 + i % 5) * variation)).toList();
    Interval interval = TOTALS.total(rows, 0.9).interval().orElseThrow();
    var random = new Random(5);
    double within = IntStream.range(0, 20_000).mapToDouble(any -> rows.stream()
        .mapToDouble(row -> row.mean() / mean * Math.exp(spread * random.nextGaussian())).sum()
        * (1 + SumSpread.LEAST_SHARED * random.nextGaussian()))
        .filter(interval::contains).count() / 20_000.0;
    assertEquals(0.9, within, 0.02);
  }

  @Test
  void nothingComesToNothingAndHasNoInterval() {
    assertEquals(new Total(0, Optional.empty(), 0, 0), TOTALS.total(List.of(), 0.9));
    assertEquals(new Total(0, Optional.empty(), 2, 1),
        TOTALS.total(List.of(row("a", 0, 0), row("a", 0, 0)), 0.9));
  }

  @Test
  void whereARowHasNoDeviationTheSumHasNoInterval() {
    Total total = TOTALS.total(
        List.of(row("a", 1, 1), new Summand("b", 2, OptionalDouble.empty())), 0.9);
    assertEquals(new Total(3, Optional.empty(), 2, 2), total);
    assertTrue(new Totals(MEANS, Optional.empty()).total(List.of(row("a", 1, 1)), 0.9)
        .interval().isEmpty());
  }

  @Test
  void theLargestNumbersHaveAnIntervalOrAProblem() {
    assertTrue(TOTALS.total(List.of(row("a", 1e200, 1e203)), 0.9).interval().isPresent());
    assertThrows(Problem.class, () -> TOTALS.total(List.of(row("a", 1e308, 1e308)), 0.999999));
    assertThrows(IllegalArgumentException.class,
        () -> new Totals(MEANS, Optional.empty()).total(
            List.of(row("a", 1e308, 1), row("b", 1e308, 1)), 0.9));
    assertThrows(IllegalArgumentException.class, () -> row("a", -1, 1));
    assertThrows(IllegalArgumentException.class, () -> row("a", 1, Double.NaN));
  }

  @Test
  void aHigherLevelAndAWideningMakeItWider() {
    List<Summand> rows = List.of(row("a", 100, 50));
    double width = TOTALS.total(rows, 0.9).interval().orElseThrow().width();
    assertTrue(TOTALS.total(rows, 0.99).interval().orElseThrow().width() > width);
    SumSpread wide = SPREAD.reaching(2 * Normal.within(0.9), 0.9);
    assertEquals(2, wide.widening(), 1e-12);
    assertTrue(wide.interval(rows, 0.9).orElseThrow().width() > width);
    assertEquals(SumSpread.LEAST_WIDENING, SPREAD.reaching(0.1, 0.9).widening());
  }

  @Test
  void atTheEndsOfItsIntervalASumIsAsManyDeviationsOffAsTheLevelSays() {
    List<Summand> rows = List.of(row("a", 100, 50), row("b", 10, 20));
    Interval interval = SPREAD.interval(rows, 0.9).orElseThrow();
    assertEquals(Normal.within(0.9), SPREAD.standardized(rows, interval.upper()), 1e-12);
    assertEquals(-Normal.within(0.9), SPREAD.standardized(rows, interval.lower()), 1e-12);
    assertEquals(Double.NEGATIVE_INFINITY, SPREAD.standardized(rows, 0));
  }

  @Test
  void forTheEyeItIsRoundedToThreeDigits() {
    assertEquals("254,000 t (231,000 to 280,000)", new Total(254_117.3,
        Optional.of(new Interval(230_990, 280_488, 0.9)), 2, 1).text());
    assertEquals("1,000 t", new Total(999.6, Optional.empty(), 1, 1).text());
    assertEquals("12.3 t", new Total(12.345, Optional.empty(), 1, 1).text());
    assertEquals("0 t", new Total(0, Optional.empty(), 0, 0).text());
  }

  @Test
  void itIsReadBackToTheLastBit() {
    assertEquals(TOTALS, Totals.read(TOTALS.toJson(), Place.of("totals.json")));
    Totals some = new Totals(new MeanFactors(1 / 3.0, new TreeMap<>()), Optional.empty());
    assertEquals(some, Totals.read(some.toJson(), Place.of("totals.json")));
    assertFalse(some.toJson().contains("spread"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"1.5|-1.5", "1.5|0", "1.5|1001",
    "1.5|\"1\"", "1.5|null", "0.5|-0.5", "0.5|1e9", "0.75|1.75", "0.75|-0.1", "0.3|1e999", "0.05|0.049", "0.05|1.1",
    "others|other", "\"Office\":|\"Office\": 1, \"Office\":", "\"widening\": 1.0|\"widening\": 11",
    "\"widening\": 1.0|\"widening\": 0.5", "\"widening\": 1.0|\"wide\": 1.0"})
  void whatIsSomethingElseIsRefused(String from, String to) {
    String changed = TOTALS.toJson().replace(from, to);
    assertFalse(changed.equals(TOTALS.toJson()), from);
    Problem refused = assertThrows(
        Problem.class, () -> Totals.read(changed, Place.of("totals.json")));
    assertTrue(refused.getMessage().startsWith("totals.json"), refused.getMessage());
  }
}
