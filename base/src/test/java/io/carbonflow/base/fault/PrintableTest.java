// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 7, 8, '\r', 0x1B, 0x7F, 0x85, 0x9B, 0x061C, 0x200E, 0x200F, 0x2028, 0x2029,
      0x202A, 0x202E, 0x2066, 0x2069, 0xD800, 0xDFFF})
  void aCharacterThatDoesSomethingIsShownAsItsCode(int point) {
    String shown = Printable.of("a" + Character.toString(point) + "b");
    assertEquals(String.format("a\\u%04Xb", point), shown);
  }

  @Test
  void aTagIsShownAsItsTwoCodes() {
    assertEquals("\\uDB40\\uDC41", Printable.of(Character.toString(0xE0041)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zoë's café, 5 m²", "مبنى", "בניין", "建物", "😀", "👩‍👩‍👧", "می‌خواهم",
      "a\tb\nc", ""})
  void textOfAnyLanguageStaysAsItIs(String text) {
    assertSame(text, Printable.of(text));
  }

  @Test
  void aValueIsOneLineOf60Characters() {
    assertEquals("a b c", Printable.shortened("a\n\n b\t\u00a0c"));
    assertEquals("x".repeat(60), Printable.shortened("x".repeat(60)));
    assertEquals("x".repeat(57) + "...", Printable.shortened("x".repeat(300_000)));
    assertEquals("\\u001B[31mred", Printable.shortened("\u001B[31mred"));
    assertEquals("x".repeat(56) + "...", Printable.shortened("x".repeat(56) + "😀".repeat(9)));
    assertEquals("", Printable.shortened(""));
  }

  @Test
  void aMessageKeepsItsEndWhichSaysWhatToDo() {
    var problem = new Problem(Place.of("t.csv").column("x".repeat(300_000)), "is wrong", "fix it");
    assertEquals(2000, problem.getMessage().length());
    assertTrue(problem.getMessage().startsWith("t.csv, column xxx"));
    assertTrue(problem.getMessage().endsWith("xxx: is wrong; fix it"), problem.getMessage());
    assertTrue(new Problem("\u001B".repeat(5000), null).getMessage().length() <= 2000);
    assertTrue(Printable.message("😀".repeat(5000)).codePoints()
        .noneMatch(point -> point >= 0xD800 && point <= 0xDFFF));
  }

  @Test
  void aProblemShowsNoControlCharacterOfWhatItNames() {
    var problem = new Problem(Place.of("a\u001B[2Jb.csv"), "holds \u202E", "fix it");
    assertEquals("a\\u001B[2Jb.csv: holds \\u202E; fix it", problem.getMessage());
    assertEquals("\\u0007", new Problem("\u0007", null).getMessage());
  }
}
