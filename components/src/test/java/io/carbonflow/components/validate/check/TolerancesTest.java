// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.CsvRows;
import io.carbonflow.base.table.Row;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.Repairs;
import io.carbonflow.model.building.Schema;
import io.carbonflow.model.city.City;
import io.carbonflow.model.factor.MeteredRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a table tells of its years before a row is judged.
class TolerancesTest {
  private static final List<String> COLUMNS = List.of("OSEBuildingID", "DataYear", "TotalGHGEmissions",
      "Electricity(kBtu)", "Electricity(kWh)");
  @TempDir Path folder;

  private Tolerances of(List<List<String>> rows) {
    Path file = folder.resolve("table.csv");
    Csv.write(file, COLUMNS, rows);
    try (CsvRows read = Csv.open(file)) {
      Schema schema = Schema.of(read.head());
      Repairs.Survey survey = new Repairs.Survey(Set.of());
      List<Row> canonical = new ArrayList<>();
      read.forEachRemaining(raw -> canonical.add(schema.canonical(raw, (_, _, _) -> {})));
      canonical.forEach(survey::take);
      return Tolerances.of(City.SEATTLE, survey.end(), canonical::forEach);
    }
  }

  @Test
  void decimalsAreThoseThatNearlyAllNumbersDoWith() {
    Tolerances found = of(IntStream.range(0, 300).mapToObj(i -> List.of("" + i, i < 200 ? "2018" : "2016",
        i < 200 ? i + "." + i % 10 : i + ".25", i == 7 ? "12.3456" : i + "", i + "." + i % 10 + "0")).toList());
    assertEquals(1, found.decimals(2018, Column.EMISSIONS));
    assertEquals(0.05, found.half(2018, Column.EMISSIONS), 1e-12);
    assertEquals(2, found.decimals(2016, Column.EMISSIONS));
    assertEquals(0, found.decimals(2018, Column.ELECTRICITY), "one of 200 rows has more");
    assertEquals(1, found.decimals(2018, Column.ELECTRICITY_KWH), "a 0 at the end tells nothing");
  }

  @Test
  void ofFewRowsTheFactorsAreTheReference() {
    assertEquals(FittedFactors.REFERENCE, of(List.of(List.of("1", "2018", "2.7", "1000000", ""))).factors(2018));
  }

  @Test
  void aThirdOfWrongRowsChangesNoFactor() {
    FactorSamples samples = new FactorSamples();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 900; i++) {
      double electricity = random.nextDouble(1e5, 1e7);
      double gas = i % 3 == 0 ? 0 : random.nextDouble(1e5, 1e7);
      double tonnes = electricity * 2e-4 + gas * 5.311e-5;
      samples.take(new MeteredRow(i % 3 == 2 ? tonnes * random.nextDouble(0, 3) : tonnes, electricity, gas, 0));
    }
    samples.take(new MeteredRow(7, 1e5, Double.NaN, 0));
    FittedFactors found = samples.fit(2014, 0).orElseThrow();
    assertEquals(900, found.known().rows());
    assertEquals(2e-4, found.factors().electricity(), 1e-8);
    assertEquals(5.311e-5, found.factors().gas(), 1e-8);
    assertTrue(found.fit() && found.areOfTheYear(), found::toString);
  }
}
