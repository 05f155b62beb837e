// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.closegroup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.carbonflow.components.StepCall;
import io.carbonflow.kfp.step.Commands;
import org.junit.jupiter.api.Test;

class CloseGroupTest {
  @Test
  void itEndsWellWhateverTheConditionSays() {
    assertEquals(Commands.OK, StepCall.of("close-group").with("--holds", true).run().exit());
    assertEquals(Commands.OK, StepCall.of("close-group").with("--holds", false).run().exit());
  }
}
