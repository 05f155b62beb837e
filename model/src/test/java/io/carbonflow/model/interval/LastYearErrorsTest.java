// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastYearErrorsTest {
  private static final Place WHERE = Place.of("m!last-year.json");

  private static NonconformityScores all(double score) {
    return new NonconformityScores(DoubleStream.generate(() -> score).limit(99).toArray(),
        DoubleStream.generate(() -> 1).limit(99).toArray());
  }

  private static LastYearErrors small() {
    return new LastYearErrors(1, new double[] {0.1}, List.of(all(1 / 3.0), all(0.2)), 105, 100, 0.25);
  }

  @Test
  void anIntervalReachesAsFarAsTheQuantileOfTheSizeOnTheLogarithmicScale() {
    Interval below = small().of(new double[] {9, 0}, 99, 0.9);
    assertEquals(100 * Math.exp(-1 / 3.0) - 1, below.lower(), 1e-9);
    assertEquals(100 * Math.exp(1 / 3.0) - 1, below.upper(), 1e-9);
    assertEquals(100 * Math.exp(0.2) - 1, small().of(new double[] {9, 0.1}, 99, 0.5).upper(), 1e-9);
    assertEquals(0, small().of(new double[] {9, 0}, -0.5, 0.9).upper());
    assertEquals(0.99, small().highestLevel(), 1e-12);
    assertEquals(2, small().width());
  }

  @Test
  void sumsOfMeansAreWhatWasMeasured() {
    double[] measured = {100, 12, 98};
    double[] predicted = {80, 20, 100};
    LastYearErrors errors = LastYearErrors.of(
        1, new double[] {0.1}, List.of(all(0.1), all(0.2)), measured, predicted);
    assertEquals(210, Arrays.stream(predicted).map(errors::mean).sum(), 1e-9);
    assertEquals(105, errors.mean(100), 1e-9);
    assertEquals(0, errors.mean(-0.5));
  }

  /// Large buildings count for as much as they do in sums: 20 t of 1,000 are little.
  @Test
  void theVariationIsThatOfTonnes() {
    LastYearErrors errors = LastYearErrors.of(1, new double[0], List.of(all(0.1)),
        new double[] {1020, 0}, new double[] {1000, 20});
    assertEquals(Math.sqrt(800) / Math.sqrt(1_000_400), errors.variation(), 1e-12);
    assertEquals(50 * errors.variation(), errors.deviation(50), 1e-12);
  }

  @Test
  void asJsonItReadsBackToTheLastBit() {
    String json = LastYearErrorsJson.write(small());
    LastYearErrors read = LastYearErrorsJson.read(json, WHERE);
    assertEquals(json, LastYearErrorsJson.write(read));
    double[] row = {9, 0};
    assertEquals(small().of(row, 12.3, 0.9), read.of(row, 12.3, 0.9));
    assertTrue(json.endsWith("\n"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "\"measured\":105.0 | \"measured\":0          | sums of 0.0 and 100.0 with a variation of 0.25",
      "\"sizeColumn\":1   | \"sizeColumn\":-1       | groups by column -1",
      "\"edges\":[0.1]    | \"edges\":[0.1,0.05]    | 2 groups by column 1",
      "\"predicted\"      | \"foretold\"            | field predicted is missing"})
  void whatDoesNotHoldTogetherIsRefused(String old, String other, String what) {
    String json = LastYearErrorsJson.write(small());
    assertTrue(json.contains(old), json);
    String said = assertThrows(Problem.class,
        () -> LastYearErrorsJson.read(json.replace(old, other), WHERE)).getMessage();
    assertTrue(said.startsWith("m!last-year.json: ") && said.contains(what), said);
  }
}
