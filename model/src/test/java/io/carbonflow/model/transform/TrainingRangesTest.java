// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.model.building.ModelRow;
import io.carbonflow.model.building.Samples;
import io.carbonflow.model.feature.FeatureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a row differs from the training rows.
class TrainingRangesTest {
  private static final TrainingRanges METERED = of(FeatureSet.METERED);

  /// Offices of 50,000 and 200,000 square feet, of 1950 to 2000, on 2 to 20 floors.
  private static TrainingRanges of(FeatureSet features) {
    return Transformer.fit(features, Stream.of(
        Map.of("LargestPropertyUseTypeGFA", "20000", "YearBuilt", "1950", "NumberofFloors", "2",
            "DataYear", "2015", "OSEBuildingID", "1"),
        Map.of("LargestPropertyUseTypeGFA", "170000", "YearBuilt", "2000", "NumberofFloors", "20",
            "PropertyGFABuilding(s)", "160000", "PropertyGFATotal", "180000",
            "OSEBuildingID", "2")).map(TrainingRangesTest::training).toList(), Place.of("t.csv")).seen();
  }

  private static ModelRow training(Map<String, String> changes) {
    Map<String, String> all = new HashMap<>(changes);
    all.put("in_train", "True");
    return Samples.row(all);
  }

  private static List<String> outside(TrainingRanges seen, Map<String, String> changes) {
    return seen.outside(Samples.row(changes)).stream().map(Outside::toString).toList();
  }

  @Test
  void aRowAmongTheTrainingRowsIsNotOutside() {
    assertEquals(List.of(), outside(METERED, Map.of()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      LargestPropertyUseTypeGFA | 12000000 | floor area 12,030,000 sq ft is above the largest \
      seen, 200,000 sq ft
      LargestPropertyUseTypeGFA | 1000 | floor area 31,000 sq ft is below the least seen, 50,000 \
      sq ft
      YearBuilt    | 1901 | age 115 years is above the largest seen, 65 years
      YearBuilt    | 2010 | age 6 years is below the least seen, 16 years
      DataYear     | 2024 | data year 2024 is above the largest seen, 2016
      Latitude     | 47.9 | latitude 47.9000 is above the largest seen, 47.6000
      Neighborhood | Atlantis | Neighborhood ATLANTIS was never seen
      ThirdLargestPropertyUseType | Zoo | use Zoo was never seen
      NaturalGas(kBtu) | 4000000 | natural gas 50.0% is above the largest seen, 25.0%
      """)
  void whatLiesOutsideIsReportedInWords(String column, String value, String text) {
    assertEquals(List.of(text), outside(METERED, Map.of(column, value)));
  }

  @Test
  void ofTheNumbersOfOneFeatureTheFirstIsReported() {
    assertEquals(List.of("floors 40 is above the largest seen, 20"),
        outside(METERED, Map.of("NumberofFloors", "40")));
  }

  @Test
  void everythingThatIsUnusualIsReported() {
    assertEquals(List.of("floors", "age", "use"), METERED.outside(Samples.row(Map.of(
            "NumberofFloors", "40", "YearBuilt", "1901", "ThirdLargestPropertyUseType", "Zoo")))
        .stream().map(Outside::what).toList());
  }

  @Test
  void whatIsNotKnownIsNotUnusual() {
    assertEquals(List.of(), outside(METERED, Map.of("YearBuilt", "", "Neighborhood", "")));
  }

  @Test
  void aDifferenceThatNobodyWritesDownIsNotTold() {
    assertEquals(List.of(), outside(METERED, Map.of("Latitude", "47.600001")));
    assertEquals(List.of(), outside(METERED, Map.of("NaturalGas(kBtu)", "2000001")));
  }

  @Test
  void aModelThatDoesNotKnowTheMetersDoesNotLookAtThem() {
    assertEquals(List.of(),
        outside(of(FeatureSet.UNMETERED), Map.of("NaturalGas(kBtu)", "4000000")));
  }
}
