// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooseLiteralTest {
  @ParameterizedTest
  @ValueSource(strings = {
      "{\"a\":\"1\",\"b\":[2,\"x\"]}",
      "{'a': '1', 'b': [2, 'x']}",
      " { 'a' : 1 , \"b\" : [ '2' , \"x\" , ] , } ",
      "{u'a': u'1', 'b': [2, u'x']}",
      "{a: 1, b: [2, x]}"})
  void readsJsonAndPythonAlike(String text) {
    assertEquals(Map.of("a", "1", "b", List.of("2", "x")), LooseLiteral.parse(text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "'O\\'Brien'|O'Brien", "\"O'Brien\"|O'Brien", "\"a \\\"b\\\"\"|a \"b\"", "'a\\\\b'|a\\b",
      "'\\u00e9\\x41'|\u00e9A", "'a\\/b'|a/b"})
  void readsEscapes(String literal, String text) {
    assertEquals(text, LooseLiteral.parse(literal));
  }

  @Test
  void readsLineBreaksInEscapes() {
    assertEquals("a\nb\tc\rd\be\ff", LooseLiteral.parse("'a\\nb\\tc\\rd\\be\\ff'"));
  }

  @Test
  void readsNothingAsNull() {
    assertNull(LooseLiteral.parse("None"));
    assertNull(LooseLiteral.parse("null"));
  }

  @Test
  void readsEmptyCollections() {
    assertEquals(Map.of(), LooseLiteral.parse("{}"));
    assertEquals(List.of(), LooseLiteral.parse("[ ]"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "{'a': 1|the text ends at character 8",
      "{'a' 1}|':' is missing at character 6",
      "{'a': 1 'b': 2}|',' is missing at character 9",
      "{'a': }|a value is missing at character 7",
      "{'a': 1} x|more text than one value at character 10",
      "{'a': 1, 'a': 2}|a key that is not text, or appears twice at character 14",
      "{[1]: 2}|a key that is not text, or appears twice at character 6",
      "'abc|the text ends at character 5",
      "'\\u12'|the text ends at character 4",
      "'\\xzz'|an escape that is not a character at character 6"})
  void saysWhatIsWrongAndWhere(String text, String message) {
    var wrong = assertThrows(IllegalArgumentException.class, () -> LooseLiteral.parse(text));
    assertEquals(message, wrong.getMessage());
  }

  @Test
  void refusesEndlessNesting() {
    String deep = "[".repeat(100_000);
    assertThrows(IllegalArgumentException.class, () -> LooseLiteral.parse(deep));
  }
}
