// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.feature.FeatureSet;
import io.carbonflow.model.feature.RowKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LastYearTest {
  private static final String ID = "OSEBuildingID";
  private static final String YEAR = "DataYear";
  private static final String TONNES = "TotalGHGEmissions";
  @TempDir Path folder;

  private static Map<String, String> office(String id, int year, String... more) {
    Map<String, String> cells = new HashMap<>(Map.of(ID, id, YEAR, Integer.toString(year)));
    for (int i = 0; i < more.length; i += 2) {
      cells.put(more[i], more[i + 1]);
    }
    return cells;
  }

  @SafeVarargs
  private static LastYear of(Map<String, String>... offices) {
    return LastYear.of(Samples.offices(offices), FeatureSet.METERED);
  }

  private static OptionalInt before(LastYear lastYear, String id, int year) {
    return lastYear.before(new RowKey(id, year)).map(row -> OptionalInt.of(row.key().year()))
        .orElse(OptionalInt.empty());
  }

  @Test
  void theNewestYearBeforeTheRowsCounts() {
    LastYear lastYear = of(office("1", 2013), office("1", 2015), office("1", 2016), office("2", 2016));
    assertEquals(OptionalInt.of(2015), before(lastYear, "1", 2016));
    assertEquals(OptionalInt.of(2016), before(lastYear, "1", 2019));
    assertEquals(OptionalInt.of(2013), before(lastYear, "1", 2014));
    assertEquals(OptionalInt.empty(), before(lastYear, "1", 2013));
    assertEquals(OptionalInt.empty(), before(lastYear, "2", 2016));
    assertEquals(OptionalInt.empty(), before(lastYear, "3", 2017));
    assertTrue(LastYear.NONE.before(new RowKey("1", 2016)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "TotalGHGEmissions          | ''       | TotalGHGEmissions is missing",
      "TotalGHGEmissions          | -1       | TotalGHGEmissions is -1 tonne or less",
      "TotalGHGEmissions          | 2e15     | a number, or one that is computed from it, is greater"
          + " than 10^15 or next to nothing",
      "SiteEnergyUse(kBtu)        | 0        | SiteEnergyUse(kBtu) is missing, zero or negative",
      "LargestPropertyUseType     | ''       | LargestPropertyUseType is missing",
      "TotalGHGEmissions          | plenty   | a cell is missing or is not what its column holds"})
  void aRowThatCannotBeUsedIsSkippedWithItsReason(String column, String cell, String reason) {
    LastYear lastYear = of(office("1", 2014), office("1", 2015, column, cell), office("2", 2015));
    assertEquals(OptionalInt.of(2014), before(lastYear, "1", 2016), "an older one may do");
    assertEquals(OptionalInt.of(2015), before(lastYear, "2", 2016));
    assertEquals(Map.of(reason, 1L), PredictionRows.reasons(lastYear.skipped()));
    assertEquals("1", lastYear.skipped().getFirst().id());
  }

  @Test
  void withoutMetersNoEnergyIsNeeded() {
    Table table = Samples.offices(office("1", 2015, "SiteEnergyUse(kBtu)", "", "Electricity(kBtu)", ""));
    assertTrue(LastYear.of(table, FeatureSet.METERED).before(new RowKey("1", 2016)).isEmpty());
    assertEquals(218.26, LastYear.of(table, FeatureSet.UNMETERED).before(new RowKey("1", 2016))
        .orElseThrow().tonnes());
  }

  @Test
  void nobodyKnowsWhichOfTwoRowsOfABuildingAndYearIsRight() {
    LastYear lastYear = of(office("1", 2015), office("1", 2015, TONNES, "300"), office("1", 2015));
    assertEquals(OptionalInt.empty(), before(lastYear, "1", 2016));
    assertEquals(Map.of("the building is there more than once in that year", 2L),
        PredictionRows.reasons(lastYear.skipped()));
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void aTableWithoutEmissionsIsRefused(FeatureSet features) {
    Table table = Samples.table("OSEBuildingID,DataYear\n1,2015\n");
    String said = assertThrows(Problem.class, () -> LastYear.of(table, features)).getMessage();
    assertEquals("t.csv, line 1: has no column TotalGHGEmissions or GHGEmissions(MetricTonsCO2e);"
        + " give a table that has it; the first line must hold the names;"
        + " the model is of Seattle", said);
  }

  @ParameterizedTest
  @EnumSource(FeatureSet.class)
  void aCleanTableIsReadAsTheCitysIs(FeatureSet features) {
    List<ModelRow> rows = List.of(Samples.row(office("1", 2015)), Samples.row(office("2", 2015)));
    CleanCsv.write(folder.resolve("clean.csv"), rows);
    LastYear lastYear = LastYear.of(Csv.read(folder.resolve("clean.csv")), features);
    assertEquals(rows.getFirst(), lastYear.before(new RowKey("1", 2016)).orElseThrow());
  }

  @Test
  void atLeastOneYearHasToBeBeforeThoseThatArePredicted() {
    LastYear lastYear = of(office("1", 2016), office("2", 2017), office("3", 2015, TONNES, ""));
    lastYear.requireBefore(List.of(Samples.row(office("9", 2015)), Samples.row(office("9", 2017))));
    lastYear.requireBefore(List.of());
    for (int year : new int[] {2015, 2016}) {
      assertEquals("t.csv: has no year before " + year + ", the newest of the rows to predict: its first"
          + " is 2016; give the table of an earlier year", assertThrows(Problem.class,
              () -> lastYear.requireBefore(List.of(Samples.row(office("1", year))))).getMessage());
    }
    LastYear.NONE.requireBefore(List.of(Samples.row(office("1", 2015))));
  }

  @Test
  void manyTablesAreReadAsOneAndTheSameRowCountsOnce() {
    Table both = Samples.offices(office("1", 2015), office("1", 2017), office("2", 2015));
    Table again = Samples.offices(office("1", 2015), office("2", 2015, TONNES, "300"));
    LastYear lastYear = LastYear.of(List.of(both, again), FeatureSet.METERED);
    assertEquals(OptionalInt.of(2015), before(lastYear, "1", 2016));
    assertEquals(OptionalInt.of(2017), before(lastYear, "1", 2021));
    assertEquals(OptionalInt.empty(), before(lastYear, "2", 2016), "nobody knows which of two is right");
    assertEquals(Map.of("the same row is in an earlier table", 1L,
        "the building is there more than once in that year", 1L),
        PredictionRows.reasons(lastYear.skipped()));
  }
}
