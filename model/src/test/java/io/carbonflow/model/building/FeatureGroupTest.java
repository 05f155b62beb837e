// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FeatureGroupTest {

  @ParameterizedTest
  @EnumSource(Feature.class)
  void everyFeatureIsComputedFromOneOfThem(Feature feature) {
    assertNotNull(FeatureGroup.of(feature));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      FLOOR_AREA | 120,000 sq ft
      PARKING    | 20,000 sq ft
      USES       | Office 75%, Parking 17%, Data Center 8%
      FLOORS     | 10
      BUILDINGS  | 1
      AGE        | 50 years
      YEAR       | 2016
      LOCATION   | DOWNTOWN
      SCORE      | 60
      FUELS      | electricity 63%, natural gas 25%, steam 13%
      """)
  void aValueIsWrittenAsPeopleDo(FeatureGroup feature, String value) {
    assertEquals(value, feature.value(Samples.row(Map.of())));
  }

  @ParameterizedTest
  @CsvSource({"Neighborhood, LOCATION", "ENERGYSTARScore, SCORE", "YearBuilt, AGE",
      "NumberofFloors, FLOORS", "PropertyGFAParking, PARKING"})
  void whatIsNotKnownIsCalledSo(String column, FeatureGroup feature) {
    assertEquals("not known", feature.value(Samples.row(Map.of(column, ""))));
  }

  @Test
  void aFuelThatIsNotUsedIsNotListed() {
    assertEquals("electricity 100%", FeatureGroup.FUELS.value(Samples.row(Map.of(
        "Electricity(kBtu)", "8000000", "SteamUse(kBtu)", "0", "NaturalGas(kBtu)", "0"))));
  }
}
