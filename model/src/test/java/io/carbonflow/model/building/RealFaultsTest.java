// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.file.SharedFolder;
import io.carbonflow.base.table.Csv;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is wrong with each of Seattle's own tables, which are not part of this project: they are looked for in
/// the folder `shared` beside the checkout, or where `CARBONFLOW_SHARED` says.
class RealFaultsTest {
  private static final String NAME = "%d-building-energy-benchmarking.csv";
  private static final Map<Integer, Repaired> YEARS = new TreeMap<>();

  @BeforeAll
  static void readTables() {
    Path data = SharedFolder.part("data");
    for (int year : List.of(2015, 2016)) {
      YEARS.put(year, Repaired.of(Csv.read(data.resolve(NAME.formatted(year)))));
    }
    for (int year : List.of(2017, 2018, 2019, 2021)) {
      YEARS.put(year, Repaired.of(Csv.read(data.resolve("years/" + year + ".csv"))));
    }
  }

  private static List<String> found(int year) {
    return YEARS.get(year).found().stream().map(line -> line.replace(" " + year + " ", " ")).toList();
  }

  private static Map<String, String> impossible(int year) {
    Repaired read = YEARS.get(year);
    Map<String, String> rows = new TreeMap<>();
    for (int i = 0; i < read.rows().size(); i++) {
      String id = read.rows().get(i).id("OSEBuildingID");
      read.impossible(i).ifPresent(why -> rows.put(id, why));
    }
    return rows;
  }

  @Test
  void in2015And2016() {
    assertEquals(List.of("zero-is-none TotalGHGEmissions 2"), found(2015));
    assertEquals(List.of("zero-is-none TotalGHGEmissions 7", "cut-text ListOfAllPropertyUseTypes 1"), found(2016));
    assertEquals(Map.of(), impossible(2015));
    assertEquals(Map.of(), impossible(2016));
  }

  @Test
  void in2017UsesAreCutAndUnusedFuelsBlank() {
    assertEquals(List.of("zero-is-none TotalGHGEmissions 30", "blank-fuel SteamUse(kBtu) 3277",
        "blank-fuel NaturalGas(kBtu) 1223", "cut-text LargestPropertyUseType 2538",
        "two-neighborhoods Neighborhood 4 left"), found(2017));
    assertEquals(Set.of("49975"), impossible(2017).keySet());
    assertTrue(YEARS.get(2017).cells(Column.LARGEST_USE).stream().allMatch(use ->
        use.isEmpty() || Category.LARGEST_USE.knows(use)));
  }

  @Test
  void in2018And2019TheEnergiesAreExchanged() {
    for (int year : List.of(2018, 2019)) {
      assertEquals(List.of("exchanged-energy SiteEnergyUse(kBtu) " + (year == 2018 ? 3000 : 3020),
          "zero-is-none TotalGHGEmissions " + (year == 2018 ? 62 : 97), "two-neighborhoods Neighborhood 100 left",
          "epa-types PrimaryPropertyType " + (year == 2018 ? 2449 : 2471)), found(year));
    }
    assertEquals("the fuels add up to SiteEnergyUseWN(kBtu) in 3,427 of 3,457 rows, to SiteEnergyUse(kBtu) in 493",
        YEARS.get(2018).evidence());
    assertEquals("27604 755", String.join(" ", impossible(2019).keySet()));
  }

  @Test
  void in2021AScoreOfZeroIsNone() {
    assertTrue(found(2021).containsAll(List.of("no-score ENERGYSTARScore 1022", "zero-is-none Latitude 2",
        "zero-is-none TotalGHGEmissions 153", "other-writing LargestPropertyUseType 55")), found(2021).toString());
    assertEquals(Map.of(), impossible(2021));
  }

  @Test
  void emissionsHaveOneDecimalSince2018() {
    assertEquals(List.of(2, 2, 2, 1, 1, 1), YEARS.entrySet().stream()
        .map(year -> year.getValue().repairs().decimals(year.getKey(), Column.EMISSIONS)).toList());
  }
}
