// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTablesTest {
  private static boolean hasThem(String line) {
    return Arrays.stream(SampleTables.training(line.split(" "))).anyMatch(arg -> arg.startsWith("--data=["));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "run --seed=1", "run --city=seattle", "run --city seattle", "run --param=city=seattle",
      "run --output=chicago"})
  void seattleIsTrainedOnThem(String line) {
    assertTrue(hasThem(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run --city=chicago", "run --city chicago", "run --param=city=chicago",
      "run --param city=mytown.yaml", "run --city=s3://b/c.yaml", "run --city=seattle --data=a.csv", "run training",
      "merge"})
  void anotherCityOtherTablesAndOtherCommandsAreNot(String line) {
    assertFalse(hasThem(line));
  }
}
