// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNameTest {
  @ParameterizedTest
  @CsvSource({
      "ENERGYSTARScore,EnergyStar_Score",
      "ENERGYSTARScore,ENERGY STAR Score 2016",
      "PropertyGFABuilding(s),PropertyGFABuilding.s.",
      "NumberofFloors,NumberOfFlors",
      "YearBuilt,YearBuild",
      "SteamUse(kBtu),SteamUse",
      "YearBuilt,YearBuilt,",
  })
  void isFoundWhateverLettersOrPunctuationDiffer(String wanted, String written) {
    assertEquals(Optional.of(written), NearName.of(wanted, List.of("Other", "Note", written)));
  }

  @ParameterizedTest
  @CsvSource({
      "ENERGYSTARScore,EnergyIndex", "Latitude,Longitude", "YearBuilt,Year", "Neighborhood,''",
      "Electricity(kBtu),NaturalGas(kBtu)", "---,***"
  })
  void isNotFoundWhereNothingIsNear(String wanted, String written) {
    assertEquals(Optional.empty(), NearName.of(wanted, List.of(written)));
  }

  @Test
  void isTheOneThatDiffersLeast() {
    assertEquals(Optional.of("Year_Built"),
        NearName.of("YearBuilt", List.of("YearBuild", "Year_Built")));
    assertEquals(Optional.of("NumberOfFlors"),
        NearName.of("NumberofFloors", List.of("NumberofFloorsAboveGround", "NumberOfFlors")));
  }

  @Test
  void isNotANameOfAnyLength() {
    assertEquals(Optional.empty(),
        NearName.of("YearBuilt", List.of("YearBuilt" + "x".repeat(300_000))));
  }
}
