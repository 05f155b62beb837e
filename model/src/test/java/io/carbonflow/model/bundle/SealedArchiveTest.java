// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
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
        .replaceFirst("bundle 3 ", "bundle 4 ");
    assertEquals("m.carbonflow: has bundle version 4, this carbonflow reads up to 3;"
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
  void anotherFileIsNoBundle() {
    assertTrue(refused("OSEBuildingID,DataYear\n".getBytes(StandardCharsets.UTF_8))
        .contains("is no carbonflow bundle"));
  }

  @Test
  void aMissingPartIsNamed() {
    var e = assertThrows(Problem.class, () -> archive.part("transformer.json", "m.carbonflow"));
    assertTrue(e.getMessage().startsWith("m.carbonflow: holds no transformer.json"));
  }
}
