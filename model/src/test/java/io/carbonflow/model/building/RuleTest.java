// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static io.carbonflow.model.building.Purpose.METERED_PREDICTION;
import static io.carbonflow.model.building.Purpose.TRAINING;
import static io.carbonflow.model.building.Purpose.UNMETERED_PREDICTION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {
  private static String against(Purpose purpose, String column, String value) {
    return Rule.against(Samples.office(Map.of(column, value)), purpose).map(Rule::id).orElse("");
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void noneSpeaksAgainstACompleteOffice(Purpose purpose) {
    assertEquals(Optional.empty(), Rule.against(Samples.office(Map.of()), purpose));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NonResidential", "Nonresidential COS", "NONRESIDENTIAL WA"})
  void keepWhatBeginsWithNonResidentialInEitherCase(String type) {
    assertEquals("", against(TRAINING, "BuildingType", type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Multifamily LR (1-4)", "SPS-District K-12", "Campus"})
  void dropOtherTypesAlsoForPrediction(String type) {
    assertEquals("building-type", against(TRAINING, "BuildingType", type));
    assertEquals("building-type", against(UNMETERED_PREDICTION, "BuildingType", type));
  }

  @Test
  void predictBuildingsOfUnknownTypeButDoNotLearnFromThem() {
    assertEquals("building-type", against(TRAINING, "BuildingType", ""));
    assertEquals("", against(METERED_PREDICTION, "BuildingType", ""));
  }

  /// Column, value, and the rule for training, metered and unmetered prediction.
  @ParameterizedTest
  @CsvSource({
      "LargestPropertyUseType,NULL,no-largest-use,no-largest-use,no-largest-use",
      "SiteEnergyUse(kBtu),'',no-energy,no-energy,''",
      "SiteEnergyUse(kBtu),0,no-energy,no-energy,''",
      "SiteEnergyUse(kBtu),-5,no-energy,no-energy,''",
      "NaturalGas(kBtu),NULL,no-fuels,no-fuels,''",
      "Electricity(kBtu),'',no-fuels,no-fuels,''",
      "SteamUse(kBtu),NA,no-fuels,no-fuels,''",
      "TotalGHGEmissions,'',no-emissions,'',''",
      "TotalGHGEmissions,-1,negative-emissions,'',''",
      "TotalGHGEmissions,-0.8,'','',''",
      "TotalGHGEmissions,0,'','',''",
      "ENERGYSTARScore,'','','',''",
      "Neighborhood,'','','',''"})
  void dropWhatThePurposeCannotDoWithout(
      String column, String value, String training, String metered, String unmetered) {
    assertEquals(training, against(TRAINING, column, value));
    assertEquals(metered, against(METERED_PREDICTION, column, value));
    assertEquals(unmetered, against(UNMETERED_PREDICTION, column, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-7", "1e308"})
  void dropRowsWithoutArea(String area) {
    var building = Samples.office(Map.of("LargestPropertyUseTypeGFA", area,
        "SecondLargestPropertyUseTypeGFA", area, "ThirdLargestPropertyUseTypeGFA", "0"));
    for (Purpose purpose : Purpose.values()) {
      assertEquals(Optional.of(Rule.NO_AREA), Rule.against(building, purpose));
    }
  }
}
