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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is no whole CSV table is refused in one line: where, what, what to do.
class CsvProblemTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0};

  @TempDir Path folder;

  /// The message without the folder before the file's name.
  private String message(Path file) {
    String message = assertThrows(Problem.class, () -> Csv.read(file)).getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    return message.substring(folder.toString().length() + 1);
  }

  private String message(byte[] bytes) throws IOException {
    return message(Files.write(folder.resolve("t.csv"), bytes));
  }

  private String message(String text, Charset charset) throws IOException {
    return message(text.getBytes(charset));
  }

  private String message(String text) throws IOException {
    return message(text, StandardCharsets.UTF_8);
  }

  @Test
  void aMissingFile() {
    assertEquals("none.csv: does not exist; check the path", message(folder.resolve("none.csv")));
  }

  @Test
  void aFolder() throws IOException {
    Path sub = Files.createDirectory(folder.resolve("sub"));
    assertEquals("sub: is a folder; name the CSV file in it", message(sub));
  }

  @Test
  void anEmptyFile() throws IOException {
    assertEquals("t.csv: is empty; give a CSV file with a header line", message(""));
    assertEquals("t.csv: is empty; give a CSV file with a header line", message("\ufeff \n\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", " \n", "\t\n", "\u00a0\n"})
  void aFileOfLineEndsAndBlanksAlone(String line) throws IOException {
    for (int lines : new int[] {1, 100, 5000, 100_000}) {
      for (String mark : List.of("", "\ufeff")) {
        String message = message(mark + line.repeat(lines));
        assertTrue(message.matches("t.csv(, line 1)?: (is empty|has no header); give a CSV file with a"
            + " header line"), message);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"\"\n\"\"\n", "\"\",\"\"\n", ",,,\n1,2,3,4\n", "\" \"\n1\n"})
  void aHeaderWithoutANameIsNone(String text) throws IOException {
    assertEquals("t.csv, line 1: has no header; give a CSV file with a header line", message(text));
  }

  @Test
  void aQuoteAlone() throws IOException {
    assertTrue(message("\"").contains("is not CSV, or is cut off"));
    assertTrue(message("\"\"\"").contains("is not CSV, or is cut off"));
  }

  @Test
  void zeroBytesAlone() throws IOException {
    assertTrue(message(new byte[5000]).contains("holds a zero byte"));
    assertTrue(message("A,B\n1,\0\n").startsWith("t.csv, line 2: holds a zero byte"));
  }

  @Test
  void aHeaderAloneIsATableWithoutRows() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "A,B\n\n\n");
    assertEquals(0, Csv.read(file).rows().size());
  }

  @Test
  void aPointerOfGitLfs() throws IOException {
    assertEquals("t.csv: is a Git LFS pointer, not the table; fetch the file itself with"
        + " 'git lfs pull'", message("version https://git-lfs.github.com/spec/v1\n"
        + "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\n"
        + "size 12345\n"));
  }

  @Test
  void aValueOfAnyLengthMakesAMessageOfAFewLines() throws IOException {
    String huge = "x".repeat(300_000);
    assertTrue(message(huge + "," + huge + "\n1,2\n").length() < 400);
    Path file = Files.writeString(folder.resolve("t.csv"), "A," + huge + "\n" + huge + "\u001b,y\n");
    Row row = Csv.read(file).rows().getFirst();
    for (String column : List.of("A", huge)) {
      String number = assertThrows(Problem.class, () -> row.number(column)).getMessage();
      assertTrue(number.length() <= 2000 && number.contains("is not a number"), number);
    }
  }

  @Test
  void aPicture() throws IOException {
    assertEquals("t.csv, line 3: holds a zero byte: it is a binary file, or encoded as UTF-16 "
        + "without a byte-order mark; give a CSV file saved as UTF-8", message(PNG));
  }

  @Test
  void aWebPage() throws IOException {
    assertEquals("t.csv, line 1: is HTML or XML, not CSV; give a CSV file with a header line "
        + "(a download may have ended in an error page)", message("\n<!doctype html>\n<p>no"));
  }

  @Test
  void json() throws IOException {
    assertEquals("t.csv, line 1: is JSON, not CSV; give a CSV file with a header line",
        message("[{\"a\": 1}]"));
  }

  @Test
  void aLastRowThatIsShort() throws IOException {
    assertEquals("t.csv, line 3: the file is cut off: its last row has 2 cells where the header "
        + "has 3; fetch or export the file again", message("A,B,C\n1,2,3\n4,5"));
  }

  @Test
  void aQuoteThatNeverCloses() throws IOException {
    assertEquals("t.csv, line 3: is not CSV, or is cut off (Unclosed quoted field at end of "
        + "input); close the quote that opens in this row, or fetch or export the file again",
        message("A,B\n1,2\n3,\"four\n5,6\n"));
  }

  @Test
  void textBehindAClosingQuote() throws IOException {
    assertTrue(message("A,B\n1,\"x\"y\n").startsWith("t.csv, line 2: is not CSV"));
  }

  @Test
  void aRowThatIsShortInTheMiddle() throws IOException {
    assertEquals("t.csv, line 2: has 2 cells where the header has 3; give every row as many cells "
        + "as there are columns; quote cells that hold commas", message("A,B,C\n1,2\n4,5,6\n"));
  }

  @Test
  void aRowThatIsTooLong() throws IOException {
    assertTrue(message("A,B\n1,2,3\n").startsWith("t.csv, line 2: has 3 cells where the header"));
  }

  @Test
  void anotherEncodingByTheLineItShowsOn() throws IOException {
    assertEquals("t.csv, line 3: the byte 0xE9 is not UTF-8; give a CSV file saved as UTF-8",
        message("A,B\r\n1,2\r\n3,caf\u00e9\r\n", StandardCharsets.ISO_8859_1));
  }

  @Test
  void aFileCutOffWithinACharacter() throws IOException {
    byte[] whole = "A\ncaf\u00e9".getBytes(StandardCharsets.UTF_8);
    assertTrue(message(Arrays.copyOf(whole, whole.length - 1))
        .startsWith("t.csv, line 2: the byte 0xC3 is not UTF-8"));
  }

  @Test
  void utf16WithoutAMark() throws IOException {
    assertTrue(message("A,B\n", StandardCharsets.UTF_16LE).contains("encoded as UTF-16"));
  }

  @Test
  void aColumnTwice() throws IOException {
    assertEquals("t.csv, line 1, column A: appears twice in the header; "
        + "remove or rename one of the two columns", message("A,B,A \n1,2,3\n"));
  }
}
