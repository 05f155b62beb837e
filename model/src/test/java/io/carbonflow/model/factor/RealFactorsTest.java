// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.file.SharedFolder;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.FuelFactors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Factors of Seattle's own tables as they were published, faults and all, beside those that the study in
/// Python fitted. They are not part of this project ([SharedFolder]).
class RealFactorsTest {
  private static final double THREE_DIGITS = 2e-3;

  private static double number(Row row, Map<String, String> columns, String... names) {
    String cell = Arrays.stream(names).map(columns::get).filter(Objects::nonNull).map(row::raw)
        .findFirst().orElseThrow().replace(",", "").strip();
    return cell.isEmpty() || cell.equals("NA") || cell.equals("NULL") ? 0 : Double.parseDouble(cell);
  }

  @ParameterizedTest
  @CsvSource({
      "2015, 2015-building-energy-benchmarking.csv, 6.97e-6, 7.72e-5, 0.99",
      "2016, 2016-building-energy-benchmarking.csv, 6.97e-6, 7.72e-5, 0.99",
      "2017, years/2017.csv, 4.14e-6, 5.32e-5, 0.99",
      "2018, years/2018.csv, 2.67e-6, 5.32e-5, 0.92",
      "2019, years/2019.csv, 6.17e-6, 5.32e-5, 0.96",
      "2021, years/2021.csv, 4.14e-6, 8.30e-5, 0.95"})
  void areThoseOfTheStudy(int year, String file, double electricity, double steam, double within) {
    Table table = Csv.read(SharedFolder.part("data").resolve(file));
    Map<String, String> columns = new HashMap<>();
    table.header().names().forEach(name ->
        columns.put(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""), name));
    KnownFactors found = FactorFit.of(table.rows().stream()
        .filter(row -> row.raw(columns.get("buildingtype")).toLowerCase(Locale.ROOT).startsWith("nonres"))
        .map(row -> new MeteredRow(
            number(row, columns, "totalghgemissions", "ghgemissionsmetrictonsco2e"),
            number(row, columns, "electricitykbtu"), number(row, columns, "naturalgaskbtu"),
            number(row, columns, "steamusekbtu"))).toList(), FuelFactors.REFERENCE);
    assertEquals(1, found.factors().electricity() / electricity, THREE_DIGITS, found.fit());
    assertEquals(1, found.factors().gas() / 5.311e-5, THREE_DIGITS, found.fit());
    assertEquals(1, found.factors().steam() / steam, THREE_DIGITS, found.fit());
    assertTrue(found.within() >= within && found.residual() < 1e-3, found.fit());
    assertEquals(List.of(), found.assumed());
  }
}
