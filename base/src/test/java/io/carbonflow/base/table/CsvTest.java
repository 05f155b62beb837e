// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
  @TempDir Path folder;

  private static Table table(String text) throws IOException {
    return Csv.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.csv");
  }

  private static List<List<String>> cells(Table table) {
    return table.rows().stream().map(Row::cells).toList();
  }

  @Test
  void readsCellsByTheNamesOfTheirColumns() throws IOException {
    Table table = table("Id,Name\n1,Ann\n2,Bo\n");
    assertEquals(List.of("Id", "Name"), table.header().names());
    assertEquals("Bo", table.rows().get(1).text("Name"));
    assertEquals(2, table.rows().get(1).number("Id"));
  }

  @Test
  void knowsTheFileLineAndColumnOfEachCell() throws IOException {
    Table table = table("Id,Note\n1,\"two\nlines\"\n\n2,x\n");
    assertEquals(new Place("t.csv", 2, "Id"), table.rows().get(0).place("Id"));
    assertEquals(new Place("t.csv", 5, "Note"), table.rows().get(1).place("Note"));
  }

  @Test
  void readsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "A\n1\n");
    assertEquals(file.toString(), Csv.read(file).source());
  }

  @Test
  void takesAByteOrderMarkAndWindowsLineEnds() throws IOException {
    Table table = table("\ufeffA,B\r\n1,\"x\r\ny\"\r\n2,z");
    assertEquals(List.of("A", "B"), table.header().names());
    assertEquals(List.of(List.of("1", "x\r\ny"), List.of("2", "z")), cells(table));
    assertEquals(4, table.rows().get(1).start().line());
  }

  @Test
  void takesOldMacLineEnds() throws IOException {
    assertEquals(List.of(List.of("1"), List.of("2")), cells(table("A\r1\r2\r")));
  }

  @Test
  void readsQuotesAndCommasInQuotedCells() throws IOException {
    assertEquals(List.of(List.of("a \"b\", c", "")), cells(table("A,B\n\"a \"\"b\"\", c\",\n")));
  }

  @Test
  void leavesOutRowsThatHoldNothing() throws IOException {
    assertEquals(List.of(List.of("1", "2")), cells(table("A,B\n\n1,2\n,\n , \n")));
  }

  @Test
  void takesATableWithoutRows() throws IOException {
    assertEquals(List.of(), table("A,B\n").rows());
  }

  @Test
  void readsAMissingColumnAsEmpty() throws IOException {
    Row row = table("A\n1\n").rows().getFirst();
    assertEquals("", row.text("B"));
    assertEquals(Double.NaN, row.number("B"));
  }

  @Test
  void namesAllRequiredColumnsThatAreMissing() throws IOException {
    Table table = table("A,B\n1,2\n");
    var problem = assertThrows(Problem.class, () -> table.require(List.of("A", "C", "D")));
    assertEquals("t.csv, line 1: lacks the columns C, D; give a table that has them; "
        + "the first line must hold the names", problem.getMessage());
  }

  @Test
  void writesWithLineFeedsAndNoMoreQuotesThanNeeded() throws IOException {
    Path file = folder.resolve("sub/out.csv");
    Csv.write(file, List.of("A", "B c"), List.of(List.of("1", ""), List.of("x,y", "a \"b\"\nc")));
    assertEquals("A,B c\n1,\n\"x,y\",\"a \"\"b\"\"\nc\"\n", Files.readString(file));
  }

  @Test
  void writesWhatReadsBackTheSame() throws IOException {
    List<List<String>> rows = List.of(List.of(" x ", "\u00e9"), List.of("\r\n", "#;\t"));
    Path file = folder.resolve("out.csv");
    Csv.write(file, List.of("A", "B"), rows);
    assertEquals(rows, cells(Csv.read(file)));
  }

  @Test
  void leavesNoFileWhenARowCannotBeMade() {
    Path file = folder.resolve("out.csv");
    Iterable<List<String>> broken = () -> List.of(List.of("1"), List.<String>of()).stream()
        .map(row -> List.of(row.getFirst())).iterator();
    assertThrows(RuntimeException.class, () -> Csv.write(file, List.of("A"), broken));
    assertFalse(Files.exists(file));
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void passesOnThatAStreamBroke() {
    InputStream broken = new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("connection reset");
      }
    };
    assertThrows(IOException.class, () -> Csv.read(broken, "s3://b/k"));
  }
}
