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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables as spreadsheets of other countries write them: other separators, decimal commas, UTF-16.
class SeparatorTest {
  @TempDir Path folder;

  private static Table table(String text) throws IOException {
    return Csv.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.csv");
  }

  private static List<List<String>> cells(Table table) {
    return table.rows().stream().map(Row::cells).toList();
  }

  /// The numbers of a column.
  private static List<Double> numbers(Table table, String column) {
    return table.rows().stream().map(row -> row.number(column)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void whatSeparatesTheColumnsIsReadOffTheHeaderLine(String by) throws IOException {
    Table table = table(String.join(by, "A", "\"B;,\t;,\t;,\t.\"", "C") + "\n"
        + String.join(by, "1", "\"x" + by + "y\"", "z") + "\n");
    assertEquals(List.of("A", "B;,\t;,\t;,\t.", "C"), table.header().names());
    assertEquals(List.of(List.of("1", "x" + by + "y", "z")), cells(table));
  }

  @Test
  void commasBetweenSemicolonsAreText() throws IOException {
    Table table = table("\n\r\nA;B, or b;C\nOffice, Parking;1;Big, old\n");
    assertEquals(List.of("A", "B, or b", "C"), table.header().names());
    assertEquals("Office, Parking", table.rows().getFirst().raw("A"));
    assertEquals(new Place("t.csv", 4, "B, or b"), table.rows().getFirst().place("B, or b"));
  }

  @ParameterizedTest
  @CsvSource(delimiterString = " -> ", value = {"sep=; -> ;", "SEP=| -> |", "\"sep=,\" -> ,", "sep=;;;; -> ;",
      "sep=,,, -> ,"})
  void aFirstLineMayNameTheSeparator(String line, String by) throws IOException {
    Table table = table("\ufeff" + line + "\r\nA" + by + "B\r\n1" + by + "2\r\n");
    assertEquals(List.of("A", "B"), table.header().names());
    assertEquals(List.of(List.of("1", "2")), cells(table));
    assertEquals(3, table.rows().getFirst().start().line());
  }

  @Test
  void aTabMayBeNamedToo() throws IOException {
    assertEquals(List.of(List.of("1,5", "2;3")), cells(table("sep=\t\nA\tB\n1,5\t2;3\n")));
  }

  @Test
  void aNameThatOnlyBeginsSoIsAColumn() throws IOException {
    assertEquals(List.of("sep=a"), table("sep=a\n1\n").header().names());
    assertEquals(List.of("sep=;b"), table("\"sep=;b\"\n1\n").header().names());
    assertEquals("t.csv: has no header; give a CSV file with a header line",
        assertThrows(Problem.class, () -> table("sep=;\n")).getMessage());
  }

  @Test
  void aRowOfAnotherWidthIsReportedInTheWordsOfItsSeparator() {
    assertEquals("t.csv, line 2: has 3 cells where the header has 2; give every row as many cells as"
        + " there are columns; quote cells that hold semicolons",
        assertThrows(Problem.class, () -> table("A;B\n1;2;3\n4;5\n")).getMessage());
  }

  @Test
  void numbersHaveDecimalCommasWhereTheWholeColumnHasThem() throws IOException {
    Table table = table("Id;Area;Share;Text;Point;Flag\n"
        + "007;1.234,5;0,25;a, b;1.5;1,0\n98101,0;12;NA;1,5;2;0\n5;1.234.567,0;-1,5e3;;3.25;\n");
    assertEquals(List.of(1234.5, 12.0, 1234567.0), numbers(table, "Area"));
    assertEquals(List.of(0.25, Double.NaN, -1500.0), numbers(table, "Share"));
    assertEquals(List.of(1.5, 2.0, 3.25), numbers(table, "Point"));
    assertEquals(List.of("007", "98101", "5"), table.rows().stream().map(row -> row.id("Id")).toList());
    assertEquals("1.234,5", table.rows().getFirst().raw("Area"));
    assertEquals("0,25", table.rows().getFirst().text("Share"));
    assertEquals(Optional.of(true), table.rows().getFirst().flag("Flag"));
    assertTrue(table.header().hasDecimalComma("Area"));
    assertFalse(table.header().hasDecimalComma("Text") || table.header().hasDecimalComma("None"));
  }

  @Test
  void aColumnThatHasBothIsRefusedWhereItsNumberIsRead() throws IOException {
    Table table = table("A;B\n1,25;x\n1.25;y\n");
    assertEquals(1.25, table.rows().get(1).number("A"));
    assertEquals("t.csv, line 2, column A: \"1,25\" is not a number; write it like 1234.5, or leave"
        + " the cell empty where the number is not known",
        assertThrows(Problem.class, () -> table.rows().getFirst().number("A")).getMessage());
  }

  /// `1,234` may be either; the other columns tell.
  @ParameterizedTest
  @CsvSource({"'1,234', '0,5', 1.234", "'1,234', '0.5', 1234", "'1,234', 7, 1.234", "'1.234', '0,5', 1234",
      "'1.234', '0.5', 1.234", "'1.234', 7, 1.234"})
  void whatCanBeReadInTwoWaysIsReadAsTheOthersAre(String open, String other, double number)
      throws IOException {
    assertEquals(number, table("A;B\n" + open + ";" + other + "\n").rows().getFirst().number("A"));
  }

  /// One cell of the city's sample has a comma between thousands, where the others have none.
  @ParameterizedTest
  @CsvSource({"'183,588', 136797, 183588", "'183,588', '136,797', 183.588", "'183,588', 0, 183.588",
      "'0,588', 136797, 0.588", "'183,5', 136797, 183.5", "'1183,588', 7, 1183.588"})
  void aColumnInWhichOneNumberAloneHasACommaHasThousandsIfItMay(String one, String next, double number)
      throws IOException {
    assertEquals(number, table("A;B\n" + one + ";0,5\n" + next + ";1\n").rows().getFirst().number("A"));
  }

  @Test
  void commasBetweenColumnsLeaveNoneInNumbers() throws IOException {
    Table table = table("A,B\n\"1,234\",\"0,5\"\n");
    assertEquals(1234, table.rows().getFirst().number("A"));
    assertThrows(Problem.class, () -> table.rows().getFirst().number("B"));
  }

  @Test
  void rowByRowIsAsWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "sep=;\nA;B\n1;x\n\n2,5;y\n");
    try (CsvRows rows = Csv.open(file)) {
      assertTrue(rows.head().header().hasDecimalComma("A"));
      assertEquals(1, rows.next().number("A"));
      Row row = rows.next();
      assertEquals(2.5, row.number("A"));
      assertEquals(new Place(file.toString(), 5, "A"), row.place("A"));
      assertFalse(rows.hasNext());
    }
  }

  @Test
  void rowByRowFindsABrokenRowWhereItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "A;B\n1,5;x\n2;y\n2\n3;y\n");
    try (CsvRows rows = Csv.open(file)) {
      assertEquals("1,5", rows.next().raw("A"));
      assertTrue(assertThrows(Problem.class, rows::next).getMessage().contains("line 4: has 1 cells"));
    }
  }

  @Test
  void aPipeIsReadOnce() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Thread writer = Thread.ofVirtual().start(() -> {
      try {
        Files.writeString(pipe, "A;B\n1;x\n2,5;y\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    try (CsvRows rows = Csv.open(pipe)) {
      assertEquals(1, rows.next().number("A"));
      assertEquals(2.5, rows.next().number("A"));
      assertFalse(rows.hasNext());
    }
    writer.join();
  }

  @Test
  void utf16WithAMarkIsReadAsSpreadsheetsWriteIt() throws IOException {
    String text = "A\tB\r\n1,5\tcaf\u00e9 \ud83c\udfe2\r\n";
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Path file = Files.write(folder.resolve("t.txt"), ("\ufeff" + text).getBytes(charset));
      Table table = Csv.read(file);
      assertEquals(List.of("A", "B"), table.header().names());
      assertEquals("caf\u00e9 \ud83c\udfe2", table.rows().getFirst().raw("B"));
      assertEquals(1.5, table.rows().getFirst().number("A"));
    }
  }

  @Test
  void utf16ThatBreaksOffIsRefusedByItsLine() throws IOException {
    byte[] whole = "\ufeffA,B\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_16LE);
    for (byte[] broken : List.of(Arrays.copyOf(whole, whole.length - 1),
        "\ufeffA\n\0\n".getBytes(StandardCharsets.UTF_16LE))) {
      Path file = Files.write(folder.resolve("t.csv"), broken);
      String message = assertThrows(Problem.class, () -> Csv.read(file)).getMessage();
      assertTrue(message.matches(".*, line \\d: (is not UTF-16 from here on|holds a zero char).*"), message);
    }
  }
}
