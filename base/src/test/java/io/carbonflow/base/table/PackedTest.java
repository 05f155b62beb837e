// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables that are packed, by gzip or in a ZIP archive.
class PackedTest {
  private static final String TEXT = "A,B\n1,x\n2,\"y\nz\"\n";
  private static final int MB = 1 << 20;

  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  /// An archive of files by name, each with this content.
  private static byte[] zip(byte[] content, String... names) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.endsWith("/") ? new byte[0] : content);
      }
    }
    return out.toByteArray();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("t.csv"), content);
  }

  /// What a table is refused with, without the folder before the file's name.
  private String message(byte[] content) throws IOException {
    Path file = file(content);
    String message = assertThrows(Problem.class, () -> Csv.read(file)).getMessage();
    assertEquals(message, assertThrows(Problem.class, () -> {
      try (CsvRows rows = Csv.open(file)) {
        rows.forEachRemaining(_ -> { });
      }
    }).getMessage());
    return message.substring(folder.toString().length() + 1);
  }

  /// A stream that never says that bytes are available, as those of stores may.
  private static InputStream silent(byte[] content) {
    return new FilterInputStream(new ByteArrayInputStream(content)) {
      @Override
      public int available() {
        return 0;
      }
    };
  }

  private void assertRead(byte[] packed) throws IOException {
    Path file = file(packed);
    for (Table table : List.of(Csv.read(file), Csv.read(silent(packed), "s3://b/t"))) {
      assertEquals(List.of("A", "B"), table.header().names());
      assertEquals(List.of(List.of("1", "x"), List.of("2", "y\nz")),
          table.rows().stream().map(Row::cells).toList());
      assertEquals(3, table.rows().get(1).start().line());
    }
    try (CsvRows rows = Csv.open(file)) {
      assertEquals("x", rows.next().raw("B"));
      assertEquals("2", rows.next().raw("A"));
      assertFalse(rows.hasNext());
    }
  }

  @Test
  void gzipIsKnownByItsFirstBytes() throws IOException {
    assertRead(bytes(TEXT));
    assertRead(gzip(bytes(TEXT)));
    assertRead(gzip(("\ufeff" + TEXT).getBytes(StandardCharsets.UTF_16BE)));
  }

  @Test
  void gzipOfSeveralPartsIsReadToItsEnd() throws IOException {
    var out = new ByteArrayOutputStream();
    out.write(gzip(bytes(TEXT.substring(0, 7))));
    out.write(gzip(bytes(TEXT.substring(7))));
    assertRead(out.toByteArray());
  }

  @Test
  void anArchiveMayHoldTheOneTableInAFolderAndBesideOtherFiles() throws IOException {
    assertRead(zip(bytes(TEXT), "t.csv"));
    assertRead(zip(bytes(TEXT), "data/", "data/README.txt", "data/2016.CSV", "__MACOSX/data/._2016.CSV",
        "data/z.pdf"));
    assertEquals("1,x", Csv.read(file(zip(bytes("A\tB\n1,x\t\n"), "t.tsv"))).rows().getFirst().raw("A"));
  }

  @Test
  void decimalCommasAreFoundInWhatIsPacked() throws IOException {
    try (CsvRows rows = Csv.open(file(gzip(bytes("A;B\n1,5;2\n"))))) {
      assertEquals(1.5, rows.next().number("A"));
    }
  }

  @Test
  void anArchiveWithNoTableOrSeveralIsRefused() throws IOException {
    assertEquals("t.csv: is a ZIP archive without a CSV file (it holds notes.txt); pack one CSV file, its"
        + " name ending in .csv", message(zip(bytes(TEXT), "d/", "notes.txt")));
    assertEquals("t.csv: is a ZIP archive without a CSV file (it is empty); pack one CSV file, its name"
        + " ending in .csv", message(zip(bytes(TEXT))));
    assertEquals("t.csv: is a ZIP archive with several CSV files, a.csv and c.csv among them; pack one CSV"
        + " file alone", message(zip(bytes(TEXT), "a.csv", "b.txt", "c.csv")));
    assertEquals("t.csv: is an Excel workbook, not CSV; save it as CSV",
        message(zip(bytes("<xml/>"), "[Content_Types].xml", "xl/workbook.xml")));
  }

  @ParameterizedTest
  @CsvSource({"FD377A585A00, packed by xz", "28B52FFD00, packed by zstd", "D0CF11E0A1B1, an Excel workbook"})
  void otherPackagesAreRefusedByName(String hex, String what) throws IOException {
    assertEquals("t.csv: is " + what + ", not CSV; give a CSV file, as it is or packed by gzip or ZIP",
        message(HexFormat.of().parseHex(hex)));
  }

  @Test
  void whatIsCutOffOrDamagedIsRefused() throws IOException {
    byte[] large = bytes("A\n" + new Random(1).ints(50_000).mapToObj(String::valueOf)
        .collect(Collectors.joining("\n")));
    Map<String, byte[]> packed = Map.of("gzip file", gzip(large), "ZIP archive", zip(large, "t.csv"));
    for (var each : packed.entrySet()) {
      byte[] whole = each.getValue();
      for (int length : new int[] {5, 12, whole.length / 2, whole.length - 200}) {
        String message = message(Arrays.copyOf(whole, length));
        assertTrue(message.startsWith("t.csv: is a " + each.getKey() + " that is damaged or cut off")
            || message.startsWith("t.csv: is a ZIP archive without"), message);
      }
      byte[] damaged = whole.clone();
      Arrays.fill(damaged, whole.length / 2, whole.length / 2 + 50, (byte) 0xAA);
      assertThrows(Problem.class, () -> Csv.read(file(damaged)));
    }
  }

  /// Less than a megabyte that unpacks to 300: what is passed over counts as well, and short rows take
  /// more of the memory than a file of their size may have.
  @Test
  void whatUnpacksToMoreThanATableMayHaveIsRefused() throws IOException {
    byte[] wide = bytes(("x".repeat(1023) + "\n").repeat(1024));
    assertEquals("t.csv, unpacked: is larger than 256 MB; give it in parts",
        refused(zipped(bytes("A\n"), "README", wide, 300)));
    assertEquals("t.csv: takes more than 256 MB of the memory from line N on; give it in parts",
        refused(gzipped(bytes("1\n".repeat(MB / 2)), 300)));
    assertTrue(refused(gzipped(bytes("x".repeat(MB)), 40)).startsWith("t.csv, line 1: is not CSV"));
  }

  private String refused(Path file) {
    assertTrue(file.toFile().length() < MB);
    return assertThrows(Problem.class, () -> Csv.read(Files.newInputStream(file), "t.csv")).getMessage()
        .replaceFirst("line \\d\\d+", "line N");
  }

  private Path gzipped(byte[] block, int times) throws IOException {
    Path file = folder.resolve("t.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < times; i++) {
        out.write(block);
      }
    }
    return file;
  }

  private Path zipped(byte[] table, String beside, byte[] block, int times) throws IOException {
    Path file = folder.resolve("t.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry(beside));
      for (int i = 0; i < times; i++) {
        out.write(block);
      }
      out.putNextEntry(new ZipEntry("t.csv"));
      out.write(table);
    }
    return file;
  }
}
