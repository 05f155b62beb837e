// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Limits that follow the memory.
class InputLimitsTest {
  private static final long MB = 1 << 20;

  @Test
  void aFileOfJsonMayBeAsLargeAsItsTreeHasRoomInHalfOfTheMemory() {
    assertEquals(90 * MB, InputLimits.jsonFile(3600 * MB));
    assertEquals(30 * MB, InputLimits.jsonFile(1200 * MB));
  }

  @Test
  void littleMemoryLeavesItWhatEveryDocumentMayHave() {
    assertEquals(InputLimits.JSON, InputLimits.jsonFile(153 * MB));
  }

  @Test
  void thereIsALimitHoweverMuchMemoryThereIs() {
    assertEquals(512 * MB, InputLimits.jsonFile(Long.MAX_VALUE));
  }
}
