// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.SharedFolder;
import io.carbonflow.base.table.Csv;
import io.carbonflow.base.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// EPA's medians, and what they say of a building.
class ReferenceIntensityTest {
  /// Seattle's table of 2017 cuts the largest use after so many characters; such a name counts as one
  /// that is not known.
  private static final int CUT = 11;

  private static Set<String> uses(Table table) {
    Schema schema = Schema.of(table);
    return table.rows().stream().map(schema::canonical)
        .flatMap(row -> Stream.of(Column.LARGEST_USE, Column.SECOND_USE, Column.THIRD_USE)
            .map(column -> row.text(column.title())))
        .filter(use -> !use.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> unknown(Table table) {
    Set<String> uses = uses(table);
    assertTrue(uses.size() > 5);
    uses.removeAll(ReferenceIntensity.byUse().keySet());
    return uses;
  }

  @Test
  void everyUseOfTheSchemaHasOne() {
    Set<String> others = new TreeSet<>(Category.LARGEST_USE.known());
    others.removeAll(ReferenceIntensity.byUse().keySet());
    assertEquals(Set.of(), others);
  }

  @Test
  void everyUseOfTheSampleTablesHasOne() {
    assertEquals(Set.of(), unknown(Samples.of2015()));
    assertEquals(Set.of(), unknown(Samples.of2016()));
  }

  @Test
  void everyUseOfTheRealTablesHasOneExceptForNamesThatAreCut() {
    Path data = SharedFolder.part("data");
    for (String name : List.of(Samples.NAME_2015, Samples.NAME_2016, "years/2018.csv", "years/2019.csv",
        "years/2021.csv")) {
      assertEquals(Set.of(), unknown(Csv.read(data.resolve(name))), name);
    }
    Set<String> cut = unknown(Csv.read(data.resolve("years/2017.csv")));
    assertTrue(cut.stream().allMatch(name -> name.length() <= CUT && ReferenceIntensity.byUse().keySet()
        .stream().anyMatch(use -> use.startsWith(name))), cut::toString);
  }

  @ParameterizedTest
  @CsvSource({"Office,52.9", "Hospital (General Medical & Surgical),234.3", "Non-Refrigerated Warehouse,22.7",
      "Multifamily Housing,59.6", "Moon Base,50", "None,50"})
  void isThatOfTheTableOrFifty(String use, double expected) {
    assertEquals(expected, ReferenceIntensity.of(use));
  }

  @Test
  void ofABuildingItIsTheMeanByArea() {
    ModelRow row = Samples.row(Map.of());
    double expected = Math.log1p((90 * 52.9 + 20 * 50 + 10 * 50) / 120);
    assertEquals(expected, row.feature(Feature.REFERENCE_INTENSITY), 1e-12);
    assertEquals(4, row.stepped().feature(Feature.REFERENCE_INTENSITY));
  }

  @Test
  void isNotKnownWhereNoAreaIs() {
    assertTrue(Double.isNaN(ReferenceIntensity.log(List.of(new Use("Office", 0)))));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "use,kbtu,origin,note;Office,5,sourced,|line 1: does not have the columns",
      "use,kbtu_per_ft2,origin,note;Office,0,sourced,|column kbtu_per_ft2: is not above 0",
      "use,kbtu_per_ft2,origin,note;Office,5290,sourced,|column kbtu_per_ft2: is not above 0",
      "use,kbtu_per_ft2,origin,note;Office,,sourced,|column kbtu_per_ft2: is not above 0",
      "use,kbtu_per_ft2,origin,note;Office,52.9,guessed,|column origin: is not one of [sourced, filled]",
      "use,kbtu_per_ft2,origin,note;Office,1,sourced,;Office,2,sourced,|column use: is empty, or appears twice"})
  void aFileThatIsNotWhatItShouldBeIsRefused(String text, String message) {
    var problem = assertThrows(Problem.class,
        () -> ReferenceIntensity.read(Samples.table(text.replace(";", "\n") + "\n")));
    assertTrue(problem.getMessage().contains(message), problem.getMessage());
  }
}
