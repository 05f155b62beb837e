// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {
  /// Computed with Python's hashlib.
  @ParameterizedTest
  @CsvSource({"0,1,false", "0,2,true", "0,3,true", "42,1,true", "-7,0021,true", "0,5,false"})
  void isDecidedByAHashOfSeedAndId(long seed, String id, boolean inTrain) {
    assertEquals(inTrain, Split.inTrain(id, seed));
  }

  @Test
  void keepsSevenTenthsOfTheBuildingsForTraining() {
    assertEquals(7021,
        IntStream.range(0, 10_000).filter(i -> Split.inTrain("" + i, 0)).count());
  }
}
