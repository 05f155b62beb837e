// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static io.carbonflow.model.feature.FeatureSet.METERED;
import static io.carbonflow.model.feature.FeatureSet.UNMETERED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import io.carbonflow.model.building.PredictionRows.Skipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionRowsTest {
  private static final Table MERGED =
      MergeTables.of(List.of(Samples.of2015(), Samples.of2016()), 0);

  @TempDir Path folder;

  private static List<ModelRow> year(int year) {
    return Samples.clean().stream().filter(row -> row.key().year() == year).toList();
  }

  private static List<Object> keys(List<ModelRow> rows) {
    return rows.stream().<Object>map(ModelRow::key).toList();
  }

  private Table clean() {
    CleanCsv.write(folder.resolve("clean.csv"), Samples.clean());
    return Csv.read(folder.resolve("clean.csv"));
  }

  private Table without(Table table, List<String> columns) {
    List<String> names = new ArrayList<>(table.header().names());
    names.removeAll(columns);
    Csv.write(folder.resolve("less.csv"), names, table.rows().stream()
        .map(row -> names.stream().map(row::raw).toList()).toList());
    return Csv.read(folder.resolve("less.csv"));
  }

  @Test
  void takeRawRowsOfEitherYear() {
    assertEquals(keys(year(2015)), keys(PredictionRows.of(Samples.of2015(), METERED).rows()));
    assertEquals(keys(year(2016)), keys(PredictionRows.of(Samples.of2016(), METERED).rows()));
  }

  @Test
  void takeMergedAndCleanRows() {
    assertEquals(Samples.clean(), PredictionRows.of(MERGED, METERED).rows());
    assertEquals(Samples.clean(), PredictionRows.of(clean(), METERED).rows());
    assertEquals(List.of(), PredictionRows.of(clean(), METERED).skipped());
  }

  @Test
  void sayOfEachSkippedRowItsLineIdAndReason() {
    Table table = Samples.offices(
        Map.of(),
        Map.of("OSEBuildingID", "2", "BuildingType", "Campus"),
        Map.of("OSEBuildingID", "3", "YearBuilt", "abc"),
        Map.of("OSEBuildingID", ""),
        Map.of("OSEBuildingID", "5", "SiteEnergyUse(kBtu)", "0"),
        Map.of("OSEBuildingID", "6"));
    PredictionRows result = PredictionRows.of(table, METERED);
    assertEquals(2, result.rows().size());
    assertEquals(List.of(
        new Skipped(3, "2", "the building type does not begin with NonResidential",
            "the building type does not begin with NonResidential", false),
        new Skipped(4, "3", "t.csv, line 4, column YearBuilt: \"abc\" is not a number; write it "
            + "like 1234.5, or leave the cell empty where the number is not known",
            "a cell is missing or is not what its column holds"),
        new Skipped(5, "", "t.csv, line 5, column OSEBuildingID: the building has no id; fill it "
            + "in or remove the row", "a cell is missing or is not what its column holds"),
        new Skipped(6, "5", "SiteEnergyUse(kBtu) is missing, zero or negative")),
        result.skipped());
  }

  @Test
  void needNoEmissionsAndWithoutMetersNoEnergy() {
    List<String> energy = new ArrayList<>(List.of("TotalGHGEmissions", "GHGEmissionsIntensity"));
    assertEquals(year(2016).size(), PredictionRows.of(
        without(Samples.of2016(), energy), METERED).rows().size());
    energy.addAll(List.of("SiteEnergyUse(kBtu)", "Electricity(kBtu)", "NaturalGas(kBtu)",
        "SteamUse(kBtu)", "ENERGYSTARScore", "BuildingType", "Neighborhood"));
    PredictionRows result = PredictionRows.of(without(Samples.of2016(), energy), UNMETERED);
    assertEquals(513, result.rows().size() + result.skipped().size());
    assertTrue(result.rows().size() > year(2016).size());
  }

  @Test
  void nameTheColumnsThatCannotBeDoneWithout() {
    Table table = without(Samples.of2016(), List.of("SteamUse(kBtu)", "LargestPropertyUseType"));
    var problem = assertThrows(Problem.class, () -> PredictionRows.of(table, METERED));
    assertEquals(table.source() + ", line 1: lacks the columns LargestPropertyUseType, "
        + "SteamUse(kBtu); give a table that has them; the first line must hold the names;"
        + " the model is of Seattle",
        problem.getMessage());
  }

  @Test
  void takeACleanTableThatLacksOptionalColumns() {
    Table table = without(clean(), List.of("in_train", "TotalGHGEmissions", "BCResponse", "Age",
        "Neighborhood", "ListOfAllPropertyUseTypes", "SiteEnergyUse(kBtu)"));
    PredictionRows result = PredictionRows.of(table, METERED);
    assertEquals(keys(Samples.clean()), keys(result.rows()));
    assertEquals(List.of(), result.skipped());
    ModelRow first = result.rows().getFirst();
    assertEquals(Double.NaN, first.feature(Feature.AGE));
    assertEquals(first.category(Category.LARGEST_USE), first.uses().getFirst());
  }

  @Test
  void skipACleanRowWhoseFuelsAreNotKnown() {
    ModelRow unknown = Samples.row(Map.of("SteamUse(kBtu)", ""));
    CleanCsv.write(folder.resolve("some.csv"), List.of(unknown));
    Table table = Csv.read(folder.resolve("some.csv"));
    assertEquals(List.of(new Skipped(2, "1",
        Rule.NO_FUELS.description())),
        PredictionRows.of(table, METERED).skipped());
    assertEquals(List.of(unknown), PredictionRows.of(table, UNMETERED).rows());
  }

  @Test
  void needTheFuelsOfACleanTableOnlyWithMeters() {
    Table table = without(clean(), List.of("NG_ratio"));
    assertThrows(Problem.class, () -> PredictionRows.of(table, METERED));
    assertEquals(Samples.clean().size(), PredictionRows.of(table, UNMETERED).rows().size());
  }

  @Test
  void keepABuildingTwice() {
    assertEquals(2,
        PredictionRows.of(Samples.offices(Map.of(), Map.of()), METERED).rows().size());
  }

  @Test
  void ofManyTablesAreThoseOfEachAndARowThatComesAgainCountsOnce() {
    Table first = Samples.offices(Map.of(), Map.of("OSEBuildingID", "2", "DataYear", "2021"));
    Table second = new Table("second.csv", first.header(), Samples.offices(
        Map.of(), Map.of("OSEBuildingID", "2", "DataYear", "2021", "NumberofFloors", "11"),
        Map.of("OSEBuildingID", "3")).rows());
    List<PredictionRows> each = PredictionRows.of(List.of(first, second), METERED);
    assertEquals(List.of(2, 1), each.stream().map(table -> table.rows().size()).toList());
    PredictionRows all = PredictionRows.all(each);
    assertEquals(List.of("1", "2", "3"), all.rows().stream().map(row -> row.key().building()).toList());
    assertEquals(List.of("second.csv: the same row is in an earlier table",
        "second.csv: an earlier table has the building and year with another content"),
        all.skipped().stream().map(PredictionRows.Skipped::reason).toList());
    assertEquals(List.of(2L, 3L), all.skipped().stream().map(PredictionRows.Skipped::line).toList());
  }

  @Test
  void thatCameAgainAreNotOnesThatCannotBePredicted() {
    Table table = Samples.offices(Map.of());
    PredictionRows all = PredictionRows.all(PredictionRows.of(List.of(table, table, table, table), METERED));
    assertEquals(3, all.skipped().size());
    assertTrue(PredictionRows.areMost(all.rows().size(), all.skipped()));
  }

  @Test
  void ofTablesOfOtherColumnsNameWhatEachLacks() {
    List<PredictionRows> each = PredictionRows.of(List.of(Samples.offices(Map.of()),
        without(Samples.offices(Map.of("OSEBuildingID", "2")), List.of("ENERGYSTARScore"))), METERED);
    assertEquals(each.getLast().missing().stream().filter(one -> !each.getFirst().missing().contains(one)).toList(),
        PredictionRows.all(each).missing().stream().filter(one -> one.name().equals("ENERGYSTARScore")).toList());
  }
}
