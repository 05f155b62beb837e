// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.kfp.ir.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"Area", "# of Buildings", "a: b", "yes", "null", "1.5", "2021.csv", "[x]", "{y}", "a, b",
      "\"q\"", "a \\ b", "'s", " leading", "- dash", "ÉNERGIE (m²)", "%", "a #b", "NaN", "@x", "*y", "&z", "1e3",
      "0x10", "~", "-"})
  void anyTextReadsBackAsItself(String text) {
    assertEquals(Map.of("a", List.of(text, text)),
        Yaml.read("t.yaml", "a: " + YamlText.of(List.of(text, text))).getFirst());
    assertEquals(Map.of(text, text), Yaml.read("t.yaml", YamlText.of(text) + ": " + YamlText.of(text)).getFirst());
  }

  @Test
  void aFieldIsInOneLineWhereItIsShort() {
    assertEquals(List.of("  A: {b: c}"), YamlText.field("A", List.of("b: c")));
    assertEquals(List.of("  A:", "    b: " + "c".repeat(120)), YamlText.field("A", List.of("b: " + "c".repeat(120))));
  }

  @Test
  void commentsAreBrokenAndHoldNoLineBreakOfOthers() {
    List<String> lines = YamlText.comment("  # has: ", Collections.nCopies(30, "a name\nof two"));
    assertTrue(lines.size() > 1);
    assertTrue(lines.stream().allMatch(line -> line.startsWith("  # ") && line.length() < 119), lines::toString);
    assertTrue(lines.getLast().endsWith("]"));
  }
}
