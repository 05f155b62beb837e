// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EarlierYearsTest {
  private static final List<RowKey> KEYS = List.of(
      new RowKey("1", 2016), new RowKey("2", 2016), new RowKey("1", 2013), new RowKey("1", 2015));

  @Test
  void theNewestYearBeforeCounts() {
    EarlierYears<Integer> places = EarlierYears.places(KEYS);
    assertEquals(Optional.of(3), places.before(new RowKey("1", 2016)));
    assertEquals(Optional.of(0), places.before(new RowKey("1", 2017)));
    assertEquals(Optional.of(2), places.before(new RowKey("1", 2014)));
  }

  @Test
  void whereNoYearLiesBeforeThereIsNone() {
    EarlierYears<Integer> places = EarlierYears.places(KEYS);
    assertEquals(Optional.empty(), places.before(new RowKey("1", 2013)));
    assertEquals(Optional.empty(), places.before(new RowKey("2", 2016)));
    assertEquals(Optional.empty(), places.before(new RowKey("3", 2017)));
  }

  @Test
  void theFirstYearIsThatOfAnyBuilding() {
    assertEquals(OptionalInt.of(2013), EarlierYears.places(KEYS).first());
    assertEquals(OptionalInt.empty(), new EarlierYears<>(Map.of()).first());
  }
}
