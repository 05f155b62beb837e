// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.model.building.PredictionRows.Skipped;
import io.carbonflow.model.feature.FeatureSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyTest {
  private static final double BLANK = Double.NaN;
  private static final String REASON = "Electricity(kBtu), NaturalGas(kBtu) or SteamUse(kBtu) is"
      + " blank, and the other fuels do not add up to SiteEnergyUse(kBtu)";

  @Test
  void aBlankFuelIsNoneWhereTheOthersAreTheWhole() {
    assertEquals(new Energy(100, 60, 40, 0), new Energy(100, 60, 40, BLANK));
    assertEquals(new Energy(100, 100, 0, 0), new Energy(100, 100, BLANK, BLANK));
    assertEquals(new Energy(100, 0, 60, 40), new Energy(100, BLANK, 60, 40));
  }

  @ParameterizedTest
  @ValueSource(doubles = {99, 99.5, 101})
  void theWholeIsMetToAHundredth(double electricity) {
    assertEquals(0, new Energy(100, electricity, BLANK, BLANK).gas());
  }

  @ParameterizedTest
  @ValueSource(doubles = {98.9, 101.1, 0, -100, 1e308, BLANK})
  void aBlankFuelIsNotKnownWhereSomethingIsLeftForIt(double electricity) {
    assertFalse(new Energy(100, electricity, BLANK, 0).fuelsAreKnown());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -5, BLANK})
  void aBlankFuelIsNotKnownWhereTheWholeIsNot(double site) {
    assertFalse(new Energy(site, site, BLANK, 0).fuelsAreKnown());
  }

  @Test
  void fuelsThatAreKnownStayAsTheyAre() {
    assertEquals(30, new Energy(100, 30, 0, 0).electricity());
    assertFalse(new Energy(100, 30, 0, 0).addsUp());
    assertTrue(new Energy(100, 60, 40, 0).addsUp());
  }

  @Test
  void trainingCleaningAndPredictionSeeTheSameRow() {
    var blanks = Map.of("SteamUse(kBtu)", "", "NaturalGas(kBtu)", "", "Electricity(kBtu)", "8000000");
    var zeros = Map.of("SteamUse(kBtu)", "0", "NaturalGas(kBtu)", "0", "Electricity(kBtu)", "8000000");
    assertEquals(Samples.row(zeros), Samples.row(blanks));
    for (FeatureSet features : FeatureSet.values()) {
      assertEquals(PredictionRows.of(Samples.offices(zeros), features).rows(),
          PredictionRows.of(Samples.offices(blanks), features).rows());
    }
    assertEquals(CleanTable.of(MergeTables.of(List.of(Samples.offices(zeros)), 0)).rows(),
        CleanTable.of(MergeTables.of(List.of(Samples.offices(blanks)), 0)).rows());
  }

  @Test
  void theReasonWhyARowIsLeftOutSaysThatABlankFuelIsIt() {
    var rows = PredictionRows.of(Samples.offices(Map.of("SteamUse(kBtu)", "")), FeatureSet.METERED);
    assertEquals(List.of(new Skipped(2, "1", REASON)), rows.skipped());
  }
}
