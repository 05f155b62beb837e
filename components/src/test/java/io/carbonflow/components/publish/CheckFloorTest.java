// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.components.StepCall;
import io.carbonflow.components.StepOutcome;
import io.carbonflow.kfp.step.Commands;
import io.carbonflow.kfp.step.ParameterType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckFloorTest {
  private static StepOutcome check(String decision) {
    return StepCall.of("check-floor").with("--decision", decision)
        .with("--reason", "R² 0.3 is below the floor of 0.5").run();
  }

  @Test
  void aModelBelowTheFloorEndsTheRunAndItSaysWhy() {
    StepOutcome outcome = check("below_floor");
    assertEquals(Commands.FAILED, outcome.exit());
    assertTrue(outcome.err().contains(
        "check-floor: verdict: R² 0.3 is below the floor of 0.5; see the report"), outcome.err());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BELOW_FLOOR")
  void whateverElseWasDecidedIsNotAFailure(Decision decision) {
    assertEquals(Commands.OK, check(ParameterType.format(decision)).exit());
  }

  @Test
  void whatIsNoDecisionIsWrongUse() {
    assertEquals(Commands.WRONG_USE, check("splendid").exit());
  }
}
