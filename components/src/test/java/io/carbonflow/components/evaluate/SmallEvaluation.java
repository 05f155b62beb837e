// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.components.baseline.Backtest;
import io.carbonflow.components.baseline.Baseline;
import io.carbonflow.components.baseline.BaselineScores;
import io.carbonflow.components.baseline.NextYear;
import io.carbonflow.components.score.GroupTotal;
import io.carbonflow.learn.Scores;
import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import io.carbonflow.model.factor.KnownFactors.Source;
import io.carbonflow.model.factor.KnownFactors;
import io.carbonflow.model.factor.YearFactors;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.interval.Interval;

/// An evaluation made by hand. Each number is another, so that none stands in place of another
/// unseen.
public final class SmallEvaluation {
  private SmallEvaluation() {}

  /// All that there may be, of a random forest that is the best and beats what has to be beaten.
  public static Evaluation full() {
    return of(0.871, Optional.of(backtest(0.821, 0.901)));
  }

  /// The same with another R² of the best model on the held-out rows.
  public static Evaluation of(double heldOut, Optional<Backtest> next) {
    return new Evaluation(FeatureSet.METERED, 7, 1610, 402, Optional.of(coverage()), totals(), List.of(
        new ModelScores("svm", List.of(0.811, 0.825), new Scores(0.819, 0.211, 0.459, 0.334),
            new Scores(0.719, 9110, 95.4, 41.2), new double[] {0.7, Double.NaN, 0.818, 0.802}),
        new ModelScores("random_forest", List.of(0.862, 0.846),
            new Scores(heldOut, 0.151, 0.389, 0.281), new Scores(0.761, 8230, 90.7, 38.6),
            new double[] {0.854, 0.713}),
        new ModelScores("ensemble", List.of(0.841, 0.849), new Scores(0.843, 0.181, 0.425, 0.302),
            new Scores(0.749, 8520, 92.3, 39.5), new double[0])),
        List.of(
            new BaselineScores(Baseline.MEAN_BY_TYPE, List.of(0.411, 0.423), 402,
                new Scores(0.419, 0.71, 0.843, 0.661), new Scores(0.317, 20_110, 141.8, 66.3)),
            new BaselineScores(Baseline.EMISSION_FACTORS, List.of(0.985, 0.987), 398,
                new Scores(0.991, 0.01, 0.1, 0.05), new Scores(0.997, 100, 10, 2.7))),
        next, next.map(_ -> new HeldOutLastYear(431, new NextYear.Way(
            new Scores(0.967, 0.06, 0.245, 0.12), new Scores(0.955, 3300, 57.4, 14.7), 1.01),
            OptionalDouble.of(0.896))), factors());
  }

  private static YearFactors factors() {
    return new YearFactors(new TreeMap<>(Map.of(
        2015, new KnownFactors(FuelFactors.REFERENCE, Source.ESTIMATED, 803, 0.000041, 0.998, List.of()),
        2016, new KnownFactors(new FuelFactors(2.669e-6, 5.312e-5, 5.317e-5), Source.ESTIMATED, 807, 0.0087, 0.551,
            List.of(Fuel.STEAM)))));
  }

  /// A backtest of one year in which the model, and the emissions of the year before, reach these.
  public static Backtest backtest(double model, double lastYear) {
    NextYear next = nextYear(2016, new TreeSet<>(Set.of(2015)), model, lastYear);
    return new Backtest(List.of(next), List.of(next));
  }

  /// One of three years, of which the last is predicted from all before, too.
  public static Backtest backtestOfThreeYears() {
    NextYear second = nextYear(2016, new TreeSet<>(Set.of(2015)), 0.811, 0.902);
    return new Backtest(
        List.of(second, nextYear(2018, new TreeSet<>(Set.of(2016)), 0.822, 0.903)),
        List.of(second, nextYear(2018, new TreeSet<>(Set.of(2015, 2016)), 0.833, 0.903)));
  }

  private static NextYear nextYear(int year, SortedSet<Integer> from, double model, double lastYear) {
    return new NextYear(year, from, 1003 * from.size(), Optional.of(new NextYear.Part(911,
        new NextYear.Way(new Scores(model, 0.2, 0.447, 0.33), new Scores(0.703, 9500, 97.5, 42.1), 0.91),
        Optional.of(new NextYear.Way(new Scores(lastYear, 0.1, 0.316, 0.2),
            new Scores(0.923, 5100, 71.4, 17.3), 1.02)),
        Optional.of(new NextYear.Way(new Scores(0.977, 0.05, 0.224, 0.11),
            new Scores(0.966, 3200, 56.6, 12.9), 0.99)))),
        Optional.of(new NextYear.Part(98, new NextYear.Way(new Scores(0.633, 0.4, 0.632, 0.5),
            new Scores(0.571, 12_000, 109.5, 51.9), 0.83), Optional.empty(), Optional.empty())));
  }

  private static HeldOutTotals totals() {
    return new HeldOutTotals(total("all", 402, 43_000, 37_000, 43_900),
        Optional.of(new Interval(38_000, 49_000, Interval.LEVEL)), new Scores(0.761, 8230, 90.7, 38.6),
        Optional.of(new Scores(0.788, 7730, 87.9, 40.1)),
        List.of(total("Hotel", 53, 17_000, 14_000, 16_500), total("", 9, 0, 10, 20)),
        List.of(total("21,000 to 90,000 sq ft", 201, 6000, 5800, 6100),
            total("90,500 to 950,000 sq ft", 201, 37_000, 31_200, 37_800)));
  }

  private static GroupTotal total(
      String group, int rows, double actual, double medians, double means) {
    return new GroupTotal(group, rows, actual, medians, OptionalDouble.of(means));
  }

  private static Coverage coverage() {
    return new Coverage(List.of(new Interval(1, 9, Interval.LEVEL)),
        new Coverage.Part(21_000, 950_000, 402, 0.913, 151, 88),
        List.of(new Coverage.Part(21_000, 41_000, 134, 0.951, 61, 47),
            new Coverage.Part(41_500, 92_000, 134, 0.927, 123, 104),
            new Coverage.Part(93_000, 950_000, 134, 0.861, 269, 238)),
        List.of(new Coverage.Level(0.5, 0.53), new Coverage.Level(0.9, 0.913)));
  }
}
