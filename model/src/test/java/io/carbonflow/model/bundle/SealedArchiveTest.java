// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedArchiveTest {
  private final SealedArchive archive = new SealedArchive(new TreeMap<>(Map.of(
      "manifest.json", "{}".getBytes(StandardCharsets.UTF_8),
      "model.bin", new byte[] {1, 2, 3, -1})));
  private final byte[] file = archive.toBytes();

  private static String refused(byte[] file) {
    return assertThrows(Problem.class, () -> SealedArchive.of(file, "m.carbonflow")).getMessage();
  }

  @Test
  void partsComeBackAsTheyWere() {
    SealedArchive read = SealedArchive.of(file, "m.carbonflow");
    assertEquals(archive.parts().keySet(), read.parts().keySet());
    assertArrayEquals(new byte[] {1, 2, 3, -1}, read.part("model.bin", "m.carbonflow"));
  }

  @Test
  void theSamePartsAreTheSameBytes() {
    assertArrayEquals(file, SealedArchive.of(file, "m").toBytes());
  }

  @Test
  void theFileIsAZipArchiveForOtherProgramsToo(@TempDir Path folder) throws Exception {
    Path path = Files.write(folder.resolve("m.carbonflow"), file);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      assertArrayEquals("{}".getBytes(StandardCharsets.UTF_8),
          zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes());
    }
  }

  @Test
  void everyAlteredByteIsNoticed() {
    for (int i = 0; i < file.length; i++) {
      byte[] altered = file.clone();
      altered[i] ^= 0x10;
      refused(altered);
    }
  }

  @Test
  void everyCutIsNoticed() {
    for (int length = 0; length < file.length; length++) {
      refused(Arrays.copyOf(file, length));
    }
  }

  @Test
  void anAlteredFileIsCalledAltered() {
    byte[] altered = file.clone();
    altered[file.length - 5]++;
    assertEquals("m.carbonflow: is altered or cut off: its content does not match its hash;"
        + " copy it again from where it was written", refused(altered));
  }

  @Test
  void aNewerVersionIsRefusedWithBothVersions() {
    String text = new String(file, StandardCharsets.ISO_8859_1)
        .replaceFirst("bundle 5 ", "bundle 6 ");
    assertEquals("m.carbonflow: has bundle version 6, this carbonflow reads up to 5;"
        + " use the release that wrote it, or a later one",
        refused(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void anOlderVersionIsReadAndStaysWhatItIs() {
    SealedArchive older = new SealedArchive(1, archive.parts());
    assertEquals(1, SealedArchive.of(older.toBytes(), "m").version());
    assertEquals(SealedArchive.VERSION, SealedArchive.of(file, "m").version());
  }

  @Test
  void aPointerOfGitLfsIsNamedAsOne() {
    String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
    assertEquals("m.carbonflow: is a Git LFS pointer, not the bundle; fetch the file itself with"
        + " 'git lfs pull'", refused(pointer.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anotherFileIsNoBundle() {
    assertTrue(refused("OSEBuildingID,DataYear\n".getBytes(StandardCharsets.UTF_8))
        .contains("is not a carbonflow bundle"));
  }

  @Test
  void itsBytesAreThoseOfUtcInEachTimeZone() throws IOException {
    byte[] golden;
    try (InputStream in = SealedArchiveTest.class.getResourceAsStream("bundle-3.carbonflow")) {
      golden = in.readAllBytes();
    }
    TimeZone here = TimeZone.getDefault();
    try {
      for (String zone : List.of("UTC", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Kiritimati")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertArrayEquals(golden, SealedArchive.of(golden, "golden").toBytes(), zone);
      }
    } finally {
      TimeZone.setDefault(here);
    }
  }

  @Test
  void aPartThatIsCompressedIsNotUnpacked() throws IOException {
    assertEquals("m.carbonflow: cannot be opened (it has a part that is compressed); copy it again from"
        + " where it was written", refused(sealed(zip -> {
          zip.putNextEntry(new ZipEntry("model.bin"));
          zip.write(new byte[1 << 20]);
        })));
  }

  @Test
  void aPartThatIsThereTwiceAndTooManyPartsAreRefused() throws IOException {
    String two = refused(new String(sealed(zip -> {
      stored(zip, "a.json");
      stored(zip, "b.json");
    }), StandardCharsets.ISO_8859_1));
    assertTrue(two.contains("(it has a part twice)"), two);
    assertTrue(refused(sealed(zip -> {
      for (int i = 0; i < 65; i++) {
        stored(zip, "part-" + i);
      }
    })).contains("(it has more than 64 parts)"));
  }

  private interface Filling {
    void of(ZipOutputStream zip) throws IOException;
  }

  private static void stored(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(0);
    entry.setCrc(0);
    zip.putNextEntry(entry);
  }

  /// An archive of others with the hash that belongs to it.
  private static byte[] sealed(Filling parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      parts.of(zip);
    }
    return sealed(bytes.toByteArray());
  }

  private static byte[] sealed(byte[] zip) {
    byte[] header = ("carbonflow-bundle 5 " + Sha256.of(zip) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] file = Arrays.copyOf(header, header.length + zip.length);
    System.arraycopy(zip, 0, file, header.length, zip.length);
    return file;
  }

  /// Java's own writer makes no part twice.
  private static String refused(String file) {
    byte[] zip = file.substring(file.indexOf('\n') + 1).replace("b.json", "a.json")
        .getBytes(StandardCharsets.ISO_8859_1);
    return refused(sealed(zip));
  }

  @Test
  void aMissingPartIsNamed() {
    var e = assertThrows(Problem.class, () -> archive.part("transformer.json", "m.carbonflow"));
    assertTrue(e.getMessage().startsWith("m.carbonflow: holds no transformer.json"));
  }
}
