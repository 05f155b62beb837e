// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.file.SharedFolder;
import io.carbonflow.base.table.Csv;
import io.carbonflow.components.city.CityFile;
import io.carbonflow.model.building.MergeTables;
import io.carbonflow.model.building.Severity;
import io.carbonflow.model.city.City;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On Chicago's table of 2014 to 2017, which is not part of this project ([SharedFolder]).
class RealChicagoTest {
  private static final City CHICAGO = CityFile.read(Path.of("../cities/chicago.yaml"));
  @TempDir static Path folder;
  private static Validation all;

  @BeforeAll
  static void readTable() {
    Path table = folder.resolve("merged.csv");
    Csv.write(table, MergeTables.of(List.of(Csv.read(SharedFolder.part("data").resolve("cities/chicago.csv"))), 0,
        _ -> true, CHICAGO).table());
    all = Validation.of(table, Set.of(), CHICAGO);
  }

  private static List<String> found(String rule, Severity severity) {
    return all.findings().stream().filter(one -> one.check().id().equals(rule) && one.severity() == severity)
        .flatMap(one -> one.listed().stream()).map(Finding::text).toList();
  }

  /// The emissions of a building are those of its gas alone, and another one has the row of a strip mall.
  @Test
  void isValidAndItsWorstRowsAreReported() {
    assertEquals(0, all.count(Severity.ERROR));
    List<String> emissions = found("emissions-unit", Severity.WARNING);
    assertEquals(1, emissions.size(), emissions::toString);
    assertTrue(emissions.getFirst().startsWith("2017, building 119387, line 5404: Total GHG Emissions (Metric Tons CO2e)"
        + " 461.7 is not what the fuels and their factors give, 1690"), emissions::toString);
    assertEquals(List.of("2017, building 125013, line 7261: SiteEnergyUse(kBtu) 6361778 and more is that of 2017,"
        + " building 103611, line 7208"), found("twin-apart", Severity.WARNING));
  }

  @Test
  void whatItLacksIsNotReported() {
    Set<String> rules = all.findings().stream().map(one -> one.check().id()).collect(Collectors.toSet());
    assertTrue(Collections.disjoint(rules, Set.of("category", "building-type", "column-empty", "column-missing",
        "column-renamed", "areas-sum", "uses-area", "fuels-sum", "cut-text", "other-writing", "two-neighborhoods",
        "epa-types", "unreadable")), rules::toString);
    assertTrue(all.columns().stream().noneMatch(one -> one.missing() == one.rows()));
  }

  @Test
  void itsZipCodesAreJudgedByItsOwnForm() {
    List<String> found = found("id-form", Severity.WARNING);
    assertTrue(found.contains("2016, building 105967, line 2187 (not used): ZIP Code 60415 is not 606 or 607 and two"
        + " more digits, or 60827"), found::toString);
    assertTrue(found.size() < 15, "those of towns nearby, and one that lacks a digit");
  }

  @Test
  void steamThatIsSentBackIsDoubtful() {
    assertTrue(found("doubtful", Severity.WARNING).stream()
        .anyMatch(one -> one.contains("building 103716") && one.contains("District Steam Use (kBtu) -16638836")));
  }

  @Test
  void tellsOfEachOfItsYears() {
    assertEquals(List.of(2014, 2015, 2016, 2017), all.years().stream().map(YearSummary::year).toList());
    assertEquals(List.of(243L, 1188L, 1348L, 1379L), all.years().stream().map(YearSummary::buildings).toList());
    assertEquals(List.of(0L, 954L, 213L, 69L), all.years().stream().map(one -> one.added().count()).toList());
    assertEquals(List.of(3, 10, 28, 31), all.years().stream().map(one -> (int) one.withoutEmissions()).toList());
    double[] electricity = all.years().stream()
        .mapToDouble(one -> one.factors().orElseThrow().factors().electricity()).toArray();
    double[] expected = {2.009e-4, 2.009e-4, 1.843e-4, 1.849e-4};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], electricity[i], 1e-7);
      assertTrue(all.years().get(i).factors().orElseThrow().known().residual() < 1e-3);
    }
  }
}
