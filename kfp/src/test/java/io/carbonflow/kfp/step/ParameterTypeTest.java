// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTypeTest {

  @Test
  void aValueOfEachTypeIsReadFromItsText() {
    assertEquals("a b", ParameterType.STRING.read("a b"));
    assertEquals(12L, ParameterType.NUMBER_INTEGER.read("12"));
    assertEquals(0.5, ParameterType.NUMBER_DOUBLE.read("0.5"));
    assertEquals(true, ParameterType.BOOLEAN.read("True"));
    assertEquals(List.of(0L, 1L), ParameterType.LIST.read("[0, 1]"));
    assertEquals(Map.of("a", "b"), ParameterType.STRUCT.read("{\"a\": \"b\"}"));
  }

  @Test
  void aWholeNumberMayBeWrittenWithAPointAsKubeflowDoes() {
    assertEquals(3L, ParameterType.NUMBER_INTEGER.read("3.0"));
  }

  @Test
  void anOptionalWholeNumberIsATextInTheIr() {
    assertEquals(ParameterType.STRING, ParameterType.of(OptionalLong.class));
    assertEquals(OptionalLong.empty(), ParameterType.parse(OptionalLong.class, ""));
    assertEquals(OptionalLong.of(7), ParameterType.parse(OptionalLong.class, "7"));
    assertEquals("7", ParameterType.format(OptionalLong.of(7)));
    assertEquals("", ParameterType.format(OptionalLong.empty()));
    assertEquals("'one' is not a whole number", assertThrows(IllegalArgumentException.class,
        () -> ParameterType.parse(OptionalLong.class, "one")).getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
    "NUMBER_INTEGER | ten | 'ten' is not a whole number",
    "NUMBER_INTEGER | 1.5 | '1.5' is not a whole number",
    "NUMBER_INTEGER | 1e3 | '1e3' is not a whole number",
    "NUMBER_INTEGER | ٣ | '٣' is not a whole number",
    "NUMBER_INTEGER | ３ | '３' is not a whole number",
    "NUMBER_INTEGER | 0x10 | '0x10' is not a whole number",
    "NUMBER_DOUBLE | 0x1p3 | '0x1p3' is not a number",
    "NUMBER_DOUBLE | 1d | '1d' is not a number",
    "NUMBER_DOUBLE | ٠٫٥ | '٠٫٥' is not a number",
    "NUMBER_DOUBLE | . | '.' is not a number",
    "NUMBER_DOUBLE | 1e999 | '1e999' is not a number",
    "NUMBER_DOUBLE | NaN | 'NaN' is not a number",
    "BOOLEAN | maybe | 'maybe' is neither true nor false",
    "LIST | {} | '{}' is not a JSON list, such as [\"a\", \"b\"]",
    "STRUCT | [1 | '[1' is not a JSON object",
  })
  void aTextThatIsNotAValueIsNamed(ParameterType type, String text, String message) {
    assertEquals(message.strip(),
        assertThrows(IllegalArgumentException.class, () -> type.read(text)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "20.0", "20.", "+20", " 20 ", "020"})
  void aWholeNumberMayBeWrittenAsKubeflowWritesIt(String text) {
    assertEquals(20L, ParameterType.NUMBER_INTEGER.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", ".5", "5e-1", "5E-01", "+0.50", " 0.5 "})
  void aNumberMayHaveAnExponent(String text) {
    assertEquals(0.5, ParameterType.NUMBER_DOUBLE.read(text));
  }

  @ParameterizedTest
  @EnumSource(names = "STRING", mode = EnumSource.Mode.EXCLUDE)
  void aTextOfAnyLengthIsNamedShortly(ParameterType type) {
    String message = assertThrows(IllegalArgumentException.class,
        () -> type.read("\u001b" + "9x".repeat(150_000))).getMessage();
    assertTrue(message.length() < 200 && !message.contains("\u001b"), message);
  }

  @Test
  void aWholeNumberTooLargeForAnIntIsRefused() {
    assertThrows(IllegalArgumentException.class,
        () -> ParameterType.parse(Integer.class, "3000000000"));
  }

  @Test
  void anUnknownWordIsAnsweredWithTheWordsThereAre() {
    var e = assertThrows(IllegalArgumentException.class,
        () -> ParameterType.parse(CountWords.Case.class, "UPPER"));
    assertEquals("'UPPER' is not one of as_is, lower", e.getMessage());
  }

  @Test
  void valuesAreWrittenAsKubeflowWritesThem() {
    assertEquals("lower", ParameterType.format(CountWords.Case.LOWER));
    assertEquals("20", ParameterType.format(20.0));
    assertEquals("0.25", ParameterType.format(0.25));
    assertEquals("true", ParameterType.format(true));
    assertEquals("[0,1]", ParameterType.format(List.of(0L, 1L)));
    assertEquals("{\"url\":\"a=b&c\"}", ParameterType.format(Map.of("url", "a=b&c")));
  }

  @Test
  void aClassThatNoParameterCanHaveIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ParameterType.of(Thread.class));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
    "a.csv, s3://b/c d.csv | [\"a.csv\",\"s3://b/c d.csv\"]",
    "4,2 | [4,2]",
    "007,-1,1.5,12345678901234567890 | [\"007\",-1,\"1.5\",\"12345678901234567890\"]",
    "a,,b | [\"a\",\"\",\"b\"]",
    "' [1, 2]' | ' [1, 2]'",
    "{} | {}",
    "'' | []",
  })
  void aListMayBeWrittenWithCommasInPlaceOfJson(String text, String json) {
    assertEquals(json, ParameterType.list(text));
  }
}
