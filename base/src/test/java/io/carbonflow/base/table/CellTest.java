// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
  private static final Place PLACE = Place.of("t.csv").line(7).column("Area");

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "12|12", "12.0|12", "12.|12", ".5|0.5", "-3|-3", "+4|4", "'1,234.5'|1234.5",
      "'12,345,678'|12345678", "1e3|1000", "1.5E-2|0.015", "' 7 '|7", "007|7"})
  void readsNumbersAsExportsWriteThem(String text, double number) {
    assertEquals(number, Cell.number(text, PLACE));
    double plain = Cell.plain(text);
    assertTrue(Double.isNaN(plain) || plain == number, text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "NULL", "null", "NA", "n/a", "NaN", "None", "#N/A", "<NA>",
      "Not Available", "NOT APPLICABLE "})
  void takesTheseWordsAsMissing(String text) {
    assertTrue(Double.isNaN(Cell.number(text, PLACE)));
    assertEquals("", Cell.text(text));
    assertEquals(Optional.empty(), Cell.flag(text, PLACE));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "abc", "12a", "1,23", "1234,567", "1.2.3", "0x1F", "1d", "1e999", "Infinity", ".", "-", ",",
      "12 000", "$5", "e5"})
  void refusesWhatIsNotANumber(String text) {
    assertThrows(Problem.class, () -> Cell.number(text, PLACE));
    assertTrue(Double.isNaN(Cell.plain(text)), text);
  }

  @Test
  void aNumberThatIsReadTheShortWayIsTheOneThatIsReadTheLongWay() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String text = random.ints(random.nextInt(1, 7), 0, 15)
          .mapToObj(c -> "0123456789.+-eE".substring(c, c + 1)).collect(Collectors.joining());
      double number;
      try {
        number = Cell.number(text, PLACE);
      } catch (Problem none) {
        number = Double.NaN;
      }
      assertEquals(number, Cell.plain(text), text);
    }
  }

  @Test
  void textThatIsTakenAsItStandsIsWhatALongLookWouldMakeOfIt() {
    Random random = new Random(2);
    List<String> parts = List.of("a", "N", "A", "n", "/", "#", "<NA>", "None", "1", ".0", " ", "  ", "\t", "\n", "\u00a0",
        "\u3000", "\ufeff", "\u0001", "é", "\u0131");
    for (int i = 0; i < 20_000; i++) {
      String raw = random.ints(random.nextInt(0, 5), 0, parts.size()).mapToObj(parts::get).collect(Collectors.joining());
      String expected = Cell.isMissing(raw) ? "" : raw.replaceAll("[\\s\u00a0\ufeff]+", " ").strip();
      assertEquals(expected, Cell.text(raw), raw);
      assertEquals(expected.replaceFirst("^(\\d+)\\.0+$", "$1"), Cell.id(raw), raw);
    }
  }

  @Test
  void namesFileLineColumnAndValueOfWhatIsNotANumber() {
    var problem = assertThrows(Problem.class, () -> Cell.number("abc", PLACE));
    assertEquals("t.csv, line 7, column Area: \"abc\" is not a number; write it like 1234.5, or "
        + "leave the cell empty where the number is not known", problem.getMessage());
  }

  @Test
  void showsALongValueShortenedAndOnOneLine() {
    var problem =
        assertThrows(Problem.class, () -> Cell.number("a\nb".repeat(100), PLACE));
    assertTrue(problem.getMessage().contains("\"a ba ba b"), problem.getMessage());
    assertTrue(problem.getMessage().length() < 200, problem.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Yes", "YES", "true", "True", "TRUE", "y", "1"})
  void readsTrueInAnyLetterCase(String text) {
    assertEquals(Optional.of(true), Cell.flag(text, PLACE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"No", "nO", "false", "False", "FALSE", "n", "0"})
  void readsFalseInAnyLetterCase(String text) {
    assertEquals(Optional.of(false), Cell.flag(text, PLACE));
  }

  @Test
  void refusesWhatIsNeitherTrueNorFalse() {
    var problem = assertThrows(Problem.class, () -> Cell.flag("perhaps", PLACE));
    assertEquals("t.csv, line 7, column Area: \"perhaps\" is neither true nor false; "
        + "write True or False", problem.getMessage());
  }

  @Test
  void aNumberOfFewDigitsIsTheNearestDoubleToTheLastBit() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      String digits = Long.toString(random.nextLong(1_000_000_000_000_000_000L)).substring(random.nextInt(3));
      String text = digits.substring(0, Math.min(digits.length(), 1 + random.nextInt(17)));
      int point = random.nextInt(text.length() + 1);
      text = (random.nextBoolean() ? "-" : "") + text.substring(0, point) + (random.nextBoolean() ? "." : "")
          + text.substring(point);
      assertEquals(Double.parseDouble(text), Cell.parse(text), text);
      assertEquals(Double.parseDouble(text), Cell.plain(text), text);
    }
    for (String text : List.of("0", "-0", "-0.0", "5.", ".5", "999999999999999", "9007199254740993", "1e3", "1.5E-3")) {
      assertEquals(Double.doubleToRawLongBits(Double.parseDouble(text)), Double.doubleToRawLongBits(Cell.parse(text)), text);
    }
    assertTrue(Double.isNaN(Cell.parse("")));
    for (String text : List.of(".", "-", "-.", "1.2.3", "1-", "one")) {
      assertThrows(NumberFormatException.class, () -> Cell.parse(text), text);
      assertTrue(Double.isNaN(Cell.plain(text)), text);
    }
  }

  @Test
  void makesWhitespaceSingle() {
    assertEquals("Distribution Center", Cell.text(" Distribution \u00a0Center\n"));
    assertEquals("North & Northwest", Cell.text("North &amp; Northwest"));
    assertEquals("A & B & C", Cell.text("A  &AMP; B &amp; C"));
    assertEquals("A & B; amp;", Cell.text("A & B; amp;"));
  }

  @ParameterizedTest
  @CsvSource({"0659000030,0659000030", "42.0,42", "42.00,42", "4.2,4.2", "' 7',7", "A.0,A.0"})
  void keepsLeadingZerosOfIdsAndDropsATrailingPointZero(String raw, String id) {
    assertEquals(id, Cell.id(raw));
  }

  @ParameterizedTest
  @CsvSource({
      "1,1", "-3,-3", "0.1,0.1", "7226362.5,7226362.5", "47845869,47845869", "1e20,1.0E20",
      "1e-7,1.0E-7", "-0.0,-0", "0.001,0.001", "12345678.25,12345678.25",
      "0,0"})
  void writesNumbersAsShortAsTheyGo(double number, String text) {
    assertEquals(text, Cell.format(number));
  }

  @Test
  void writesNothingForAnUnknownNumber() {
    assertEquals("", Cell.format(Double.NaN));
  }

  @Test
  void refusesToWriteAnInfiniteNumber() {
    assertThrows(
        IllegalArgumentException.class, () -> Cell.format(Double.NEGATIVE_INFINITY));
  }

  @Test
  void writesEveryDoubleSoThatItReadsBackTheSame() {
    var random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double number = i % 2 == 0
          ? Double.longBitsToDouble(random.nextLong()) : 1e6 * random.nextGaussian();
      if (Double.isFinite(number)) {
        assertEquals(number, Cell.number(Cell.format(number), PLACE));
      }
    }
  }

  @Test
  void whatIsSaidToBeShortestIsWhatFormatWrites() {
    String letters = "0159.-e";
    for (int i = 0; i < 1_000_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int rest = i; rest > 0; rest /= 8) {
        text.append(rest % 8 == 0 ? "" : letters.charAt(rest % 8 - 1));
      }
      requireWritten(text.toString());
    }
    var random = new Random(5);
    for (int i = 0; i < 100_000; i++) {
      String digits = Long.toString(random.nextLong(1_000_000_000_000_000_000L) >> random.nextInt(40));
      int point = random.nextInt(digits.length() + 1);
      requireWritten((i % 3 == 0 ? "-" : "") + digits.substring(0, point) + "." + digits.substring(point));
      requireWritten(digits);
    }
  }

  private static void requireWritten(String text) {
    if (Cell.isShortest(text)) {
      assertEquals(text, Cell.format(Double.parseDouble(text)));
    }
  }

  @Test
  void mostNumbersThatFormatWritesAreSaidToBeShortest() {
    var random = new Random(6);
    for (int i = 0; i < 100_000; i++) {
      long digits = random.nextLong(1_000_000_000_000_000L) >> random.nextInt(40);
      String text = Cell.format(digits / Math.pow(10, random.nextInt(9)));
      assertEquals(text.indexOf('E') < 0 && text.replaceAll("\\D", "").length() <= 15, Cell.isShortest(text), text);
    }
    for (String text : List.of("", "-", ".", "-0", "5.", ".5", "007", "1.0", "0.0001", "1e3", "1,000", "+1", " 1", "1.2.3")) {
      assertFalse(Cell.isShortest(text), text);
    }
  }
}
