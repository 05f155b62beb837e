// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.fail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.carbonflow.components.StepCall;
import io.carbonflow.kfp.step.Commands;
import org.junit.jupiter.api.Test;

class FailTest {
  @Test
  void itEndsAsFailedAndSaysWhy() {
    var outcome = StepCall.of("fail").run("--reason=the new model is worse");
    assertEquals(Commands.FAILED, outcome.exit());
    assertTrue(outcome.err().contains("verdict: the new model is worse;"), outcome.err());
  }

  @Test
  void withoutAReasonItIsWrongUse() {
    assertEquals(Commands.WRONG_USE, StepCall.of("fail").run("--reason=").exit());
  }
}
