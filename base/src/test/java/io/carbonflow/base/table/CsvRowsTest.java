// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are read row by row. They are decoded in blocks of 65536 bytes, where characters and
/// line ends may be cut.
class CsvRowsTest {
  private static final int BLOCK = 1 << 16;

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("t.csv"), text);
  }

  /// A table whose second row begins `before` bytes before the end of a block.
  private static String upToBlock(int before, String lineEnd) {
    String header = "A" + lineEnd;
    return header + "x".repeat(BLOCK - before - header.length() - lineEnd.length()) + lineEnd;
  }

  @Test
  void rowsComeOneByOneWithTheirLines() throws IOException {
    try (CsvRows rows = Csv.open(file("A,B\n1,\"x\ny\"\n\n ,\n2,z\n"))) {
      assertEquals(2, rows.head().header().size());
      assertEquals(2, rows.next().start().line());
      assertTrue(rows.hasNext());
      assertEquals("z", rows.next().raw("B"));
      assertThrows(NoSuchElementException.class, rows::next);
    }
  }

  @Test
  void aCharacterMayLieAcrossTwoBlocks() throws IOException {
    for (int before = 0; before <= 4; before++) {
      Table table = Csv.read(file(upToBlock(before, "\n") + "\ud83c\udfe2é\n"));
      assertEquals("\ud83c\udfe2é", table.rows().get(1).raw("A"));
    }
  }

  @Test
  void aLineEndMayLieAcrossTwoBlocks() throws IOException {
    for (int before = -1; before <= 1; before++) {
      Path file = file("");
      Files.write(file, (upToBlock(before, "\r\n") + "ok\r\ncafé\r\n")
          .getBytes(StandardCharsets.ISO_8859_1));
      var e = assertThrows(Problem.class, () -> Csv.read(file));
      assertTrue(e.getMessage().contains("line 4: the byte 0xE9 is not UTF-8"), e.getMessage());
    }
  }

  @Test
  void aZeroByteIsFoundInAnyBlock() throws IOException {
    Path file = file(upToBlock(0, "\n") + "x\n".repeat(BLOCK) + "\0\n");
    var e = assertThrows(Problem.class, () -> Csv.read(file));
    assertTrue(e.getMessage().contains("line " + (BLOCK + 3) + ": holds a zero byte"),
        e.getMessage());
  }

  @Test
  void rowsBeforeABrokenOneAreReadFirst() throws IOException {
    try (CsvRows rows = Csv.open(file("A,B\n1,2\n3,4\n5\n6,7\n"))) {
      assertEquals("1", rows.next().raw("A"));
      assertTrue(assertThrows(Problem.class, rows::next).getMessage().contains("line 4: has 1"));
    }
  }

  @Test
  void aMissingFileIsAProblem() {
    assertThrows(Problem.class, () -> Csv.open(folder.resolve("none.csv")));
  }
}
