// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.file.SharedFolder;
import io.carbonflow.base.table.Csv;
import io.carbonflow.model.building.Column;
import io.carbonflow.model.building.MergeTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On Seattle's tables of 2015 to 2021 together, which are not part of this project ([SharedFolder]).
class RealYearsTest {
  /// What a year writes in its way, and what is not a fault of any row.
  private static final Set<String> STYLE = Set.of("emissions-formula", "emissions-unit", "electricity-units",
      "gas-units", "emissions-changed", "energy-changed", "area-changed", "use-changed", "year-built-changed",
      "fuel-gone", "no-electricity", "energy-without-emissions", "factors-unfit", "category");
  @TempDir static Path folder;
  private static Validation all;

  @BeforeAll
  static void readTables() {
    Path data = SharedFolder.part("data");
    Path table = folder.resolve("all.csv");
    Csv.write(table, MergeTables.of(Stream.of("2015-building-energy-benchmarking.csv",
        "2016-building-energy-benchmarking.csv", "years/2017.csv", "years/2018.csv", "years/2019.csv",
        "years/2021.csv").map(name -> Csv.read(data.resolve(name))).toList(), 0));
    all = Validation.of(table);
  }

  private static YearSummary year(int year) {
    return all.years().stream().filter(one -> one.year() == year).findFirst().orElseThrow();
  }

  private static long count(String rule) {
    return all.findings().stream().filter(tally -> tally.check().id().equals(rule)).mapToLong(CheckResult::count).sum();
  }

  /// The figures of the issue, to three digits.
  @Test
  void haveTheFactorsThatTheirEmissionsWereMadeWith() {
    Map<Integer, double[]> expected = Map.of(2015, new double[] {6.97e-6, 7.72e-5}, 2016, new double[] {6.97e-6, 7.72e-5},
        2017, new double[] {4.14e-6, 5.32e-5}, 2018, new double[] {2.67e-6, 5.32e-5},
        2019, new double[] {6.17e-6, 5.32e-5}, 2021, new double[] {4.14e-6, 8.30e-5});
    expected.forEach((year, factors) -> {
      FittedFactors found = year(year).factors().orElseThrow();
      assertEquals(factors[0], found.factors().electricity(), 6e-9, "" + year);
      assertEquals(5.311e-5, found.factors().gas(), 3e-8, "" + year);
      assertEquals(factors[1], found.factors().steam(), 6e-8, "" + year);
      assertTrue(found.known().residual() < 0.001, found::toString);
    });
    assertEquals(List.of(2, 2, 2, 1, 1, 1), all.years().stream().map(YearSummary::decimals).toList());
  }

  @Test
  void areNotInvalidByTheStyleOfAnyYear() {
    assertEquals(List.of(), all.findings().stream()
        .filter(tally -> tally.severity() == io.carbonflow.model.building.Severity.ERROR)
        .map(tally -> tally.check().id()).filter(STYLE::contains).toList());
    assertTrue(count("emissions-formula") <= 5, "" + count("emissions-formula"));
    assertTrue(count("category") < 200, "" + count("category"));
  }

  @Test
  void tellWhatBecameOfTheirBuildings() {
    assertEquals(List.of(0L, 45L, 37L, 37L, 26L, 35L), all.years().stream().map(one -> one.added().count()).toList());
    assertEquals(List.of(0L, 28L, 31L, 32L, 25L, 50L), all.years().stream().map(one -> one.gone().count()).toList());
    assertEquals(23, year(2021).silent().count());
    assertEquals(83, year(2021).withoutEmissions());
    assertTrue(year(2021).tonnesMissing() > 10_000, "" + year(2021).tonnesMissing());
  }

  @Test
  void tellHowThePandemicMovedAll() {
    Movement moved = year(2021).energy().orElseThrow();
    assertEquals(2019, moved.from());
    assertEquals(0.92, moved.median(), 0.01);
    assertTrue(year(2021).renamed().stream().noneMatch(use -> use.startsWith("Senior Care Community")),
        "EPA's later name is read as the city's");
  }

  /// The Mayflower Park Hotel has steam, and the other fuels that stop are few.
  @Test
  void nameFuelsThatStop() {
    List<BuildingChange> gone = all.years().stream().flatMap(one -> one.changes().stream())
        .filter(change -> change.rule().equals("fuel-gone")).toList();
    assertTrue(count("fuel-gone") > 30 && count("fuel-gone") < 150, "" + count("fuel-gone"));
    assertTrue(gone.stream().allMatch(change -> change.after().equals("0")
        && List.of(Column.GAS.title(), Column.STEAM.title()).contains(change.column())), gone::toString);
  }
}
