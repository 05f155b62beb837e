// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

  @ParameterizedTest
  @ValueSource(strings = {"y", "N", "yes", "No", "on", "OFF", "true", "False", "null", "~", "", "1",
      "-3", "+4", "1_000", "0x1F", "0b11", "017", "12:30:45", "1.5", ".5", "1.", "1e3", "1.0E+10",
      ".inf", "-.INF", ".nan", "2015-01-31", "<<", "="})
  void aStringThatYaml11TakesForSomethingElseIsQuoted(String text) {
    assertEquals("- '" + text + "'\n", Yaml.write(List.of(text)));
    assertEquals(List.of(List.of(text)), Yaml.read("p.yaml", Yaml.write(List.of(text))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "0.0.1", "2.1.0", "kfp-2.17.0", "--rows", "5s", "a: b", "# x",
      "{{$}}", "two\nlines", " padded ", "ümläut", "'", "-"})
  void otherStringsComeBackAsTheyWere(String text) {
    assertEquals(List.of(List.of(text)), Yaml.read("p.yaml", Yaml.write(List.of(text))));
  }

  @Test
  void versionsAreNotQuoted() {
    assertEquals("- 2.1.0\n", Yaml.write(List.of("2.1.0")));
  }

  @Test
  void numbersHaveAFormThatBothVersionsOfYamlKnow() {
    assertEquals("- 3\n- 0.5\n- 1.0E+20\n- 1.0E-10\n- true\n",
        Yaml.write(List.of(3L, 0.5, 1e20, 1e-10, true)));
    assertEquals(List.of(Map.of("x", 1e20)), Yaml.read("p", "x: 1.0E+20"));
  }

  @Test
  void longLinesAreNotBroken() {
    String text = "word ".repeat(60) + "end";
    assertEquals("- " + text + "\n", Yaml.write(List.of(text)));
  }

  @Test
  void anEqualPieceIsWrittenOutEachTime() {
    Object piece = Map.of("a", List.of());
    assertEquals("- a: []\n- a: []\n", Yaml.write(List.of(piece, piece)));
  }
}
