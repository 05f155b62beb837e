// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.feature.EarlierYear;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.feature.RowKey;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.interval.LastYearErrors;
import io.carbonflow.model.interval.LastYearErrorsJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What a model is off by from year to year, on made-up buildings: each is above or below the model by
/// a factor of its own, the same in all years except for growth and noise, more of it in small buildings.
class KnownLastYearsTest {
  /// What the model says of every row, as a label.
  private static final double MODELED = 4;
  private static final double OFFSET = -1;
  private static final KnownLastYears.YearRatio SAME_FACTORS = (type, from, to) -> 1;

  /// @param drift by how much buildings grow from year to year, on the logarithmic scale
  /// @param noise how much a year differs from what is to be expected, as a standard deviation
  private static OutOfFold rows(
      FeatureSet features, int buildings, int years, double drift, double noise, long seed) {
    var random = new Random(seed);
    List<RowKey> keys = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    List<Double> labels = new ArrayList<>();
    for (int b = 0; b < buildings; b++) {
      double size = random.nextGaussian();
      double own = random.nextGaussian();
      for (int y = 0; y < years; y++) {
        keys.add(new RowKey("b" + b, 2015 + y));
        values.add(new double[] {size});
        labels.add(MODELED + own + y * drift
            + (y == 0 ? 0 : (size < 0 ? 2 : 1) * noise * random.nextGaussian()));
      }
    }
    double[] label = labels.stream().mapToDouble(one -> one).toArray();
    double[] offset = DoubleStream.generate(() -> OFFSET).limit(label.length).toArray();
    double[] tonnes =
        Arrays.stream(label).map(one -> features.tonnes(one, OFFSET)).toArray();
    double[] predicted = DoubleStream.generate(() -> features.tonnes(MODELED, OFFSET))
        .limit(label.length).toArray();
    Matrix train = new Matrix(features, List.of(Feature.LOG_AREA.column()), keys,
        values.toArray(double[][]::new), label, offset, tonnes);
    return new OutOfFold(train, Collections.nCopies(label.length, "Office"), IntStream.range(0, label.length).map(
        i -> Integer.parseInt(keys.get(i).building().substring(1)) % 4).toArray(), predicted);
  }

  private static double coverage(LastYearErrors errors, OutOfFold others, double level, int sign) {
    Matrix rows = others.train();
    int[] second = IntStream.range(0, rows.rows()).filter(i -> rows.keys().get(i).year() == 2016)
        .filter(i -> sign * rows.values()[i][0] > 0).toArray();
    return Arrays.stream(second).filter(i -> {
      double predicted = rows.features().tonnes(
          MODELED, OFFSET, EarlierYear.of(rows, i - 1, MODELED, rows.values()[i], 1));
      return errors.of(rows.values()[i], predicted, level).contains(rows.tonnes()[i]);
    }).count() / (double) second.length;
  }

  @ParameterizedTest
  @CsvSource({"METERED, 0.5", "METERED, 0.9", "UNMETERED, 0.5", "UNMETERED, 0.9"})
  void newBuildingsLieWithinAsOftenAsAskedSmallOrLarge(FeatureSet features, double level) {
    LastYearErrors errors = rows(features, 900, 2, 0, 0.1, 1).lastYearErrors(1, SAME_FACTORS).orElseThrow();
    OutOfFold others = rows(features, 4000, 2, 0, 0.1, 2);
    assertEquals(3, errors.groups().size());
    assertEquals(level, coverage(errors, others, level, -1), 0.06, "small");
    assertEquals(level, coverage(errors, others, level, 1), 0.06, "large");
    double small = errors.of(new double[] {-2}, 100, level).width();
    double large = errors.of(new double[] {2}, 100, level).width();
    assertTrue(small > 1.5 * large, small + " and " + large);
  }

  /// That the model is off by a factor of e each way does not matter: it is in both years.
  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void whatABuildingIsAboveTheModelInBothYearsIsNoError(FeatureSet features) {
    LastYearErrors errors = rows(features, 200, 2, 0, 0, 1).lastYearErrors(1, SAME_FACTORS).orElseThrow();
    assertEquals(99, errors.of(new double[] {0}, 99, 0.9).upper(), 1e-6);
    assertEquals(1, errors.mean(1), 1e-9);
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void theMeanHasGrownByAsMuchAsBuildings(FeatureSet features) {
    OutOfFold rows = rows(features, 200, 2, Math.log(1.1), 0, 1);
    LastYearErrors errors = rows.lastYearErrors(1, SAME_FACTORS).orElseThrow();
    double now = 0;
    double then = 0;
    for (int i = 0; i < rows.train().rows(); i += 2) {
      then += rows.train().tonnes()[i];
      now += rows.train().tonnes()[i + 1];
    }
    assertEquals(now, errors.measured(), 1e-6);
    assertEquals(then, errors.predicted(), 1e-6);
    assertEquals(1.1, errors.mean(1), 0.01);
    assertEquals(0, errors.variation(), 0.01);
  }

  /// Without meters last year's tonnes are led to the factors of the year; with meters its energy is anyway.
  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void lastYearsTonnesAreLedToTheFactorsOfTheYear(FeatureSet features) {
    LastYearErrors same = rows(features, 200, 2, 0, 0.1, 1).lastYearErrors(1, SAME_FACTORS).orElseThrow();
    LastYearErrors led = rows(features, 200, 2, 0, 0.1, 1).lastYearErrors(
        1, (type, from, to) -> type.equals("Office") && from == 2015 && to == 2016 ? 0.4 : 1).orElseThrow();
    assertEquals(features == FeatureSet.METERED ? 1 : 0.4, led.predicted() / same.predicted(), 1e-9);
    assertEquals(same.measured(), led.measured());
  }

  /// Of three years the newest before counts, and a building's rows share its weight.
  @Test
  void aBuildingOfManyYearsCountsOnce() {
    LastYearErrors errors =
        rows(FeatureSet.METERED, 200, 4, Math.log(1.1), 0, 1).lastYearErrors(1, SAME_FACTORS).orElseThrow();
    assertEquals(200, errors.groups().stream()
        .mapToDouble(group -> Arrays.stream(group.weights()).sum()).sum(), 1e-6);
    assertEquals(1.1, errors.mean(1), 1e-6);
  }

  @Test
  void ofOneYearOrOfTooFewBuildingsThereIsNothingToTell() {
    assertTrue(rows(FeatureSet.METERED, 200, 1, 0, 0.1, 1).lastYearErrors(1, SAME_FACTORS).isEmpty());
    assertTrue(rows(FeatureSet.METERED, 8, 2, 0, 0.1, 1).lastYearErrors(1, SAME_FACTORS).isEmpty());
    LastYearErrors nine = rows(FeatureSet.METERED, 9, 2, 0, 0.1, 1).lastYearErrors(1, SAME_FACTORS).orElseThrow();
    assertEquals(Interval.LEVEL, nine.highestLevel(), 1e-12);
  }

  @Test
  void aRowOfWhichTheModelSaysNothingPositiveIsLeftOut() {
    OutOfFold rows = rows(FeatureSet.METERED, 100, 2, 0, 0.1, 1);
    double[] predicted = rows.predicted().clone();
    predicted[6] = 0;
    predicted[9] = -0.5;
    LastYearErrors errors =
        new OutOfFold(rows.train(), rows.types(), rows.fold(), predicted).lastYearErrors(1, SAME_FACTORS).orElseThrow();
    assertEquals(98, errors.groups().stream().mapToInt(group -> group.scores().length).sum());
  }

  @Test
  void theSameRowsGiveTheSameBits() {
    Supplier<String> json = () -> LastYearErrorsJson.write(
        rows(FeatureSet.METERED, 300, 2, 0, 0.1, 1).lastYearErrors(1, SAME_FACTORS).orElseThrow());
    assertEquals(json.get(), json.get());
  }
}
