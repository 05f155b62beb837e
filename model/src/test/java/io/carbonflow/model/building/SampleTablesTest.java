// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The checked-in samples are what their program makes, and have what the city's tables have.
class SampleTablesTest {
  @TempDir Path folder;

  private static boolean any(Table table, String column, String pattern) {
    return table.rows().stream().anyMatch(row -> row.raw(column).matches("(?s)" + pattern));
  }

  @Test
  void areWhatTheirProgramMakes() throws Exception {
    Process program = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        Samples.folder().resolve("Generate.java").toString(), folder.toString())
        .inheritIO().start();
    assertEquals(0, program.waitFor());
    for (String name : List.of(Samples.NAME_2015, Samples.NAME_2016)) {
      assertEquals(-1, Files.mismatch(folder.resolve(name), Samples.folder().resolve(name)), name);
    }
  }

  @Test
  void haveTheColumnsOfTheCitysTables() {
    assertEquals(47, Samples.of2015().header().size());
    assertEquals(46, Samples.of2016().header().size());
  }

  @Test
  void haveTheQuirksOfTheCitysTables() {
    Table first = Samples.of2015();
    Table second = Samples.of2016();
    assertTrue(any(first, "Location", "\\{'latitude': '47.*O\\\\'BRAMBLE.*"));
    assertTrue(any(first, "DefaultData", "Yes") && any(second, "DefaultData", "True"));
    assertTrue(any(first, "Comment", ".*\n.*") && any(first, "PrimaryPropertyType", ".*\n"));
    assertTrue(any(first, "PropertyGFATotal", "\\d+,\\d+"));
    assertTrue(any(second, "ENERGYSTARScore", "NULL"));
    assertTrue(any(second, "TaxParcelIdentificationNumber", "0.*"));
    assertTrue(any(second, "Neighborhood", "Ballard|DELRIDGE NEIGHBORHOODS"));
    assertTrue(any(second, "ListOfAllPropertyUseTypes", ".*\\(Health/Beauty, Dry.*"));
    assertTrue(any(second, "LargestPropertyUseType", ""));
    assertTrue(any(second, "NumberofFloors", "0") && any(second, "NumberofFloors", ""));
    assertTrue(any(second, "SiteEnergyUse(kBtu)", "0") && any(second, "Electricity(kBtu)", "-.*"));
  }

  @Test
  void followTheCitysIdentityOfEmissions() {
    for (ModelRow row : Samples.clean()) {
      double expected = row.siteEnergy() * row.emissionFactor();
      boolean sendsBack = row.feature(Feature.ELECTRICITY_SHARE) < 0;
      assertTrue(sendsBack || Math.abs(row.tonnes() - expected) < 0.006 + 3e-4 * expected,
          row.key().toString());
    }
  }

  @Test
  void leaveEnoughRowsToLearnFrom() {
    List<ModelRow> rows = Samples.clean();
    assertEquals(858, rows.size());
    assertEquals(455, rows.stream().map(row -> row.key().building()).distinct().count());
  }

  @Test
  void haveBuildingsInOneYearOnly() {
    List<String> first = Samples.of2015().rows().stream().map(SampleTablesTest::id).toList();
    List<String> second = Samples.of2016().rows().stream().map(SampleTablesTest::id).toList();
    assertTrue(first.stream().anyMatch(id -> !second.contains(id)));
    assertTrue(second.stream().anyMatch(id -> !first.contains(id)));
  }

  private static String id(Row row) {
    return row.id("OSEBuildingID");
  }
}
