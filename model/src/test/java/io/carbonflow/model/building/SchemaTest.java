// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.table.Row;
import io.carbonflow.base.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The schema where it does not end at the first cell that is wrong, and its declared limits.
class SchemaTest {
  private final List<String> refused = new ArrayList<>();

  private Row canonical(Map<String, String> changes) {
    Table table = Samples.offices(changes);
    return Schema.of(table).canonical(table.rows().getFirst(),
        (column, raw, why) -> refused.add(column + "=" + raw + ": " + why.getMessage()));
  }

  @Test
  void everyCellThatCannotBeReadIsRefusedAndReadAsEmpty() {
    Row row = canonical(Map.of("NumberofFloors", "ten", "DefaultData", "perhaps",
        "in_train", "no idea", "YearBuilt", "1900"));
    assertEquals(List.of(
        "NumberofFloors=ten: t.csv, line 2, column NumberofFloors: \"ten\" is not a number;"
            + " write it like 1234.5, or leave the cell empty where the number is not known",
        "DefaultData=perhaps: t.csv, line 2, column DefaultData: \"perhaps\" is neither true nor"
            + " false; write True or False",
        "in_train=no idea: t.csv, line 2, column in_train: \"no idea\" is neither true nor false;"
            + " write True or False"), refused);
    assertTrue(Double.isNaN(row.number("NumberofFloors")));
    assertEquals("", row.raw("DefaultData"));
    assertEquals(1900, row.number("YearBuilt"));
  }

  @Test
  void aLocationThatCannotBeReadAndNamesThatDisagreeAreRefused() {
    canonical(Map.of("Location", "north", "Comment", "one", "Comments", "two"));
    assertEquals(2, refused.size());
    assertTrue(refused.get(0).startsWith("Comments=two and one: "), refused::toString);
    assertTrue(refused.get(1).startsWith("Location=north: "), refused::toString);
  }

  @Test
  void aRowWithoutALineOfItsSourceIsOnItsOwn() {
    assertEquals("2", canonical(Map.of()).raw("source_line"));
    assertEquals("77", canonical(Map.of("source_line", "77")).raw("source_line"));
    assertFalse(Schema.of(Samples.offices(Map.of())).isSplit());
  }

  @Test
  void columnsThatAPurposeNeedsAreListedWhereTheyAreMissing() {
    Table table = Samples.table("OSEBuildingID,SteamUse(kBtu)\n1,2\n");
    assertEquals(List.of(Column.DATA_YEAR, Column.LARGEST_USE, Column.LARGEST_USE_AREA),
        Schema.of(table).missing(Purpose.UNMETERED_PREDICTION));
    assertTrue(Schema.of(table).missing(Purpose.TRAINING).contains(Column.GAS));
  }

  @ParameterizedTest
  @CsvSource({"LATITUDE, 47.6, ", "LATITUDE, 0, ERROR", "LATITUDE, 48, ERROR", "FLOORS, 0, WARNING",
      "FLOORS, 99, WARNING", "FLOORS, 1, ", "FLOORS, NaN, ", "BUILDINGS, 0, WARNING",
      "BUILDINGS, 9999, ERROR", "GAS, -1, ERROR", "ELECTRICITY, -1, WARNING", "GAS, 1e12, "})
  void aNumberBeyondItsLimitsIsAnErrorWhereAModelWouldSeeIt(
      Column column, double number, Severity severity) {
    Content.Number content = (Content.Number) column.content();
    assertEquals(Optional.ofNullable(severity), content.limits().against(number));
  }

  @Test
  void theSamplesHaveNoCategoryThatIsNotKnown() {
    for (ModelRow row : Samples.clean()) {
      for (Category category : Category.values()) {
        assertTrue(category.knows(row.category(category)), category + row.category(category));
      }
    }
  }
}
