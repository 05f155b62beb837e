// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.city.City;
import org.junit.jupiter.api.Test;

class CleanTableTest {
  private static final Table MERGED = MergeTables.of(List.of(Samples.offices(
      Map.of(),
      Map.of("OSEBuildingID", "2", "BuildingType", "Campus"),
      Map.of("OSEBuildingID", "3", "DataYear", "2015", "SiteEnergyUse(kBtu)", "0"),
      Map.of("OSEBuildingID", "4", "BuildingType", "Campus", "SiteEnergyUse(kBtu)", "0"),
      Map.of("OSEBuildingID", "5", "DataYear", "2015"))), 0);

  private static String message(Table table) {
    return assertThrows(Problem.class, () -> CleanTable.of(table)).getMessage();
  }

  @Test
  void keepsTheRowsAgainstWhichNoRuleSpeaksInTheirOrder() {
    assertEquals(List.of("5/2015", "1/2016"), CleanTable.of(MERGED).rows().stream()
        .map(row -> row.key().building() + "/" + row.key().year()).toList());
  }

  @Test
  void reportsAsJson() {
    String json = CleanTable.of(MERGED).report().json();
    assertEquals("""
        {
          "rows_in": 5,
          "rows_out": 2,
          "dropped": [
            {
              "rule": "building-type",
              "description": "the building type does not begin with NonResidential",
              "rows": 2,
              "examples": [
                "2/2016",
                "4/2016"
              ]
            },
        """, json.substring(0, json.indexOf("    {\n      \"rule\": \"no-largest-use\"")));
    assertEquals("""
          "years": [
            {
              "year": 2015,
              "rows_in": 2,
              "rows_out": 1,
              "dropped": {
                "no-energy": 1
              }
            },
            {
              "year": 2016,
              "rows_in": 3,
              "rows_out": 1,
              "dropped": {
                "building-type": 2
              }
            }
          ]
        }
        """, json.substring(json.indexOf("  \"years\"")));
  }

  @Test
  void saysWhyNoRowIsLeft() {
    assertEquals("t.csv: no row is left: 1 dropped because the building type does not begin with "
        + "NonResidential; give tables with buildings to learn from",
        message(Samples.offices(Map.of("BuildingType", "Campus", "in_train", "True"))));
    assertEquals("t.csv: no row is left: the table has no rows; give tables with buildings to "
        + "learn from", message(Samples.table(String.join(",", Schema.titles(City.SEATTLE)) + "\n")));
  }

  @Test
  void needsTheSplit() {
    assertEquals("t.csv, line 1: has no column in_train; give a table that has it; the first line "
        + "must hold the names", message(Samples.offices(Map.of())));
    assertEquals("t.csv, line 3, column in_train: the split is missing; run the merge step again",
        message(Samples.offices(Map.of("in_train", "True"), Map.of("OSEBuildingID", "2"))));
  }

  @Test
  void refusesABuildingTwiceInAYear() {
    Map<String, String> row = Map.of("in_train", "True");
    assertEquals("t.csv, line 3, column OSEBuildingID: building 1 of 2016 is already in line 2; "
        + "remove one of the rows, or give a table of another year",
        message(Samples.offices(row, row)));
  }

  @Test
  void refusesABuildingOnBothSides() {
    assertEquals("t.csv, line 3, column in_train: building 1 is both learned from and held out; "
        + "run the merge step again, it keeps all years of a building on one side",
        message(Samples.offices(
            Map.of("in_train", "True"), Map.of("DataYear", "2015", "in_train", "False"))));
  }
}
