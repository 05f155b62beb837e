// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.model.building.Feature;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Samples;
import io.carbonflow.model.feature.FeatureSet;
import org.junit.jupiter.api.Test;

class ImputerTest {
  private static ModelRow row(String place, String use, String floors, String built) {
    return Samples.row(Map.of("Neighborhood", place, "LargestPropertyUseType", use,
        "NumberofFloors", floors, "YearBuilt", built));
  }

  private static Imputer fills(ModelRow... rows) {
    return Imputer.fit(Feature.of(FeatureSet.METERED), List.of(rows));
  }

  private static final Imputer FILLS = fills(
      row("EAST", "Office", "2", "1916"), row("EAST", "Office", "4", "1926"),
      row("EAST", "Office", "", ""), row("NORTH", "Office", "20", "1936"),
      row("NORTH", "Hotel", "30", "1956"));

  private static double floors(String place, String use) {
    return FILLS.value(row(place, use, "0", ""), Feature.FLOORS);
  }

  @Test
  void keepWhatIsKnown() {
    assertEquals(7, FILLS.value(row("EAST", "Office", "7", ""), Feature.FLOORS));
  }

  @Test
  void areTheMedianOfTheKnownValues() {
    assertEquals(85, FILLS.value(row("EAST", "Office", "", ""), Feature.AGE));
  }

  @Test
  void takeFloorsFromTheUseInTheNeighborhoodThenTheUseThenAll() {
    assertEquals(3, floors("EAST", "Office"));
    assertEquals(4, floors("ATLANTIS", "Office"));
    assertEquals(30, floors("EAST", "Hotel"));
    assertEquals(12, floors("EAST", "Moon Base"));
  }

  @Test
  void takeTheAreaPerFloorFromTheFilledFloors() {
    assertEquals(Math.log(100_000) - Math.log(3),
        FILLS.value(row("EAST", "Office", "", ""), Feature.LOG_AREA_PER_FLOOR));
  }

  @Test
  void areZeroForTheLogitOfAMissingScore() {
    ModelRow noScore = Samples.row(Map.of("ENERGYSTARScore", ""));
    assertEquals(0, FILLS.value(noScore, Feature.SCORE_LOGIT));
    assertEquals(60, FILLS.value(noScore, Feature.SCORE));
  }

  @Test
  void areZeroWhereNothingIsKnown() {
    ModelRow unknown = Samples.row(Map.of("Latitude", "", "NumberofFloors", ""));
    assertEquals(0, fills(unknown).value(unknown, Feature.LATITUDE));
  }

  @Test
  void giveAFiniteAreaPerFloorEvenWhereNoFloorsAreKnown() {
    ModelRow unknown = Samples.row(Map.of("NumberofFloors", ""));
    assertEquals(Math.log(100_000), fills(unknown).value(unknown, Feature.LOG_AREA_PER_FLOOR));
  }
}
