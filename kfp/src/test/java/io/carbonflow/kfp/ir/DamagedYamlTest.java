// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.InputLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// YAML that no reader of ours may be brought down by.
class DamagedYamlTest {
  private static String refused(String text) {
    return assertThrows(Problem.class, () -> Yaml.read("p.yaml", text)).getMessage();
  }

  @Test
  void listsInOneAnotherAreReadToADepthAndNoFurther() {
    int most = InputLimits.DEPTH;
    Yaml.read("p.yaml", "[".repeat(most) + "]".repeat(most));
    assertEquals("p.yaml, line 2: is more than 100 levels deep; compile the pipeline again",
        refused("a:\n  " + "[".repeat(100_000)));
    assertEquals("p.yaml, line 1: is more than 100 levels deep; compile the pipeline again",
        refused("- ".repeat(101) + "x"));
  }

  @Test
  void aliasesOfAliasesAreCountedBeforeTheyArePutIn() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      text.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }
    assertEquals("p.yaml, line 18: has more than 1000000 values; compile the pipeline again",
        refused(text.toString()));
  }

  @Test
  void theDepthOfAnAliasCountsWhereItStands() {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 200; i++) {
      text.append("a%d: &a%d [*a%d]%n".formatted(i, i, i - 1));
    }
    assertEquals("p.yaml, line 100: is more than 100 levels deep; compile the pipeline again",
        refused(text.toString()));
  }

  @Test
  void aValueThatHoldsItselfIsRefused() {
    assertEquals("p.yaml, line 2: holds a value that holds itself: *a; compile the pipeline again",
        refused("a: &a\n- *a\n"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "1: x                 | it has the key 1, which is not text",
      "a: {null: x}         | field a has the key null, which is not text",
      "a: [{}, {true: x}]   | field a[1] has the key true, which is not text",
      "a: {b: {1.5: x}}     | field a.b has the key 1.5, which is not text"})
  void aKeyThatIsNotTextIsNamedWithItsPlace(String text, String what) {
    assertEquals("p.yaml: " + what + "; write it in quotes", refused(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: !!float x", "a: !!int x"})
  void aValueThatIsNotWhatItsTagSaysIsRefused(String text) {
    assertEquals("p.yaml: is not YAML: it has a value that is not what its tag says; compile the pipeline again",
        refused(text));
  }

  @Test
  void aDeviceWithoutAnEndIsNoPipeline(@TempDir Path folder) throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("p.yaml"), Path.of("/dev/zero"));
    assertEquals(link + ": is larger than 4 MB; name a compiled pipeline",
        assertThrows(Problem.class, () -> SpecYaml.read(link)).getMessage());
  }
}
