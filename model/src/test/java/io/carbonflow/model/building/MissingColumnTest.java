// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static io.carbonflow.model.feature.FeatureSet.METERED;
import static io.carbonflow.model.feature.FeatureSet.UNMETERED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.table.Header;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MissingColumnTest {
  /// A table with other names for some columns; an empty name takes a column away.
  private static Table renamed(Table table, Map<String, String> names) {
    List<String> kept = table.header().names().stream()
        .filter(name -> !names.getOrDefault(name, name).isEmpty()).toList();
    Header header = new Header(kept.stream().map(name -> names.getOrDefault(name, name)).toList());
    return new Table(table.source(), header, table.rows().stream()
        .map(row -> new Row(row.start(), header, kept.stream().map(row::raw).toList())).toList());
  }

  @Test
  void theTablesOfBothYearsLackNothing() {
    for (var features : List.of(METERED, UNMETERED)) {
      assertEquals(List.of(), PredictionRows.of(Samples.of2015(), features).missing());
      assertEquals(List.of(), PredictionRows.of(Samples.of2016(), features).missing());
      assertEquals(List.of(), PredictionRows.of(
          MergeTables.of(List.of(Samples.of2015(), Samples.of2016()), 0), features).missing());
    }
  }

  @Test
  void aColumnOfAnotherNameIsReportedWithThatName() {
    Table table = renamed(Samples.of2016(), Map.of("ENERGYSTARScore", "EnergyStar_Scor"));
    List<MissingColumn> missing = PredictionRows.of(table, METERED).missing();
    assertEquals(List.of(new MissingColumn("ENERGYSTARScore", "ENERGY STAR score",
        Optional.of("EnergyStar_Scor"))), missing);
    assertEquals(Optional.of("the table lacks a column that features are made of; not known of any row:"
        + " ENERGY STAR score without ENERGYSTARScore (EnergyStar_Scor looks like it)"),
        MissingColumn.line(missing));
    assertEquals(List.of(), PredictionRows.of(table, UNMETERED).missing());
  }

  @Test
  void everyColumnIsReportedAndNoOtherColumnOfTheSchemaLooksLikeIt() {
    Map<String, String> less = new HashMap<>();
    Stream.of("SecondLargestPropertyUseType", "PropertyGFATotal", "YearBuilt", "NumberofFloors",
        "NumberofBuildings", "Neighborhood").forEach(name -> less.put(name, ""));
    List<MissingColumn> missing =
        PredictionRows.of(renamed(Samples.of2016(), less), METERED).missing();
    assertEquals(less.keySet(),
        missing.stream().map(MissingColumn::name).collect(Collectors.toSet()));
    assertTrue(missing.stream().allMatch(one -> one.similar().isEmpty()), missing.toString());
    assertEquals("the table lacks 6 columns that features are made of; not known of any row: floors without"
        + " NumberofFloors; buildings without NumberofBuildings; age without YearBuilt; known in part:"
        + " floor area without PropertyGFATotal; uses without SecondLargestPropertyUseType; location"
        + " without Neighborhood", MissingColumn.line(missing).orElseThrow());
  }

  /// No year since 2018 has the list.
  @Test
  void withoutTheListOfAllUsesThoseBeyondTheThreeLargestAreNotKnown() {
    Table table = renamed(Samples.of2016(), Map.of("ListOfAllPropertyUseTypes", ""));
    assertEquals("the table lacks a column that features are made of; not known of any row: uses beyond the"
        + " three largest without ListOfAllPropertyUseTypes",
        MissingColumn.line(PredictionRows.of(table, METERED).missing()).orElseThrow());
    assertEquals(Optional.empty(), MissingColumn.line(List.of()));
  }

  @Test
  void aColumnThatCannotBeDoneWithoutIsRefused() {
    Table table = renamed(Samples.of2016(), Map.of("SteamUse(kBtu)", "SteamUse(therms)"));
    var problem = assertThrows(Problem.class, () -> PredictionRows.of(table, METERED));
    assertTrue(problem.getMessage().contains("has no column SteamUse(kBtu); "), problem.getMessage());
  }

  @Test
  void aCleanTableIsLookedAtAsWell() {
    Table clean = new Table("clean.csv", new Header(CleanCsv.columns()), List.of());
    assertEquals(List.of(), PredictionRows.of(clean, METERED).missing());
    Table table = renamed(clean, Map.of("ENERGYSTARScore", "ENERGY_STAR_Score", "Neighborhood", ""));
    assertEquals(List.of(
        new MissingColumn("ENERGYSTARScore", "ENERGY STAR score", Optional.of("ENERGY_STAR_Score")),
        new MissingColumn("Neighborhood", "location", Optional.empty())),
        PredictionRows.of(table, METERED).missing());
  }

  /// What a group declares is what its features are computed from: without the column, a feature of
  /// the group is another one, and a column that no group declares changes none.
  @ParameterizedTest
  @EnumSource(Column.class)
  void aGroupDeclaresTheColumnsThatItsFeaturesAreMadeOf(Column column) {
    assumeFalse(Fuel.isOnlyWhereNamed(column), "Seattle has no such fuel");
    var office = Map.of("SteamUse(kBtu)", "1000000", "NumberofBuildings", "3");
    Map<String, String> without = new HashMap<>(office);
    // A year before is told from the year itself; without one there is no row.
    without.put(column.title(), column == Column.DATA_YEAR ? "2015"
        : column == Column.BUILDING_ID ? "7" : "");
    boolean declared = Arrays.stream(FeatureGroup.values())
        .anyMatch(group -> group.columns().contains(column));
    assertEquals(known(office).equals(known(without)), !declared, column.title());
  }

  /// All that models know of a building.
  private static List<Object> known(Map<String, String> changes) {
    Building building = Samples.office(changes);
    Stream<Object> numbers = Arrays.stream(Feature.values()).map(f -> f.of(building));
    return Stream.concat(numbers, Stream.of(building.neighborhood(), building.slots(),
        building.uses())).toList();
  }
}
