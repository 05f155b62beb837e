// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;

class NearWordTest {
  private static final List<String> KNOWN = List.of("run", "runs", "models", "--store", "--bundle");

  @Test
  void aLetterThatIsWrongMissingOrExchangedIsSeen() {
    assertEquals(Optional.of("run"), NearWord.of("rnu", KNOWN));
    assertEquals(Optional.of("runs"), NearWord.of("rusn", KNOWN));
    assertEquals(Optional.of("models"), NearWord.of("modles", KNOWN));
    assertEquals(Optional.of("--store"), NearWord.of("--sotre", KNOWN));
    assertEquals(Optional.of("--bundle"), NearWord.of("--budnel", KNOWN));
  }

  @Test
  void aWordThatIsFarFromAllIsNone() {
    assertEquals(Optional.empty(), NearWord.of("xyz", KNOWN));
    assertEquals(Optional.empty(), NearWord.of("--rows", KNOWN));
  }
}
