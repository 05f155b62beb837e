// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedInputTest {
  @TempDir Path folder;

  @Test
  void aFileUpToTheLimitIsReadWhole() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "äöü");
    assertArrayEquals("äöü".getBytes(UTF_8), BoundedInput.bytes(file, 6, "-"));
    assertEquals("äöü", BoundedInput.text(file, 6, "-"));
  }

  @Test
  void oneByteMoreIsRefusedWithItsPlaceAndTheLimit() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "äöü");
    assertEquals(file + ": is larger than 5 bytes; make it short", problem(file, 5));
    assertEquals(file + ": is larger than 64 KB; make it short",
        problem(Files.write(file, new byte[(64 << 10) + 1]), 64 << 10));
    assertEquals(file + ": is larger than 1 MB; make it short",
        problem(Files.write(file, new byte[(1 << 20) + 1]), 1 << 20));
  }

  @Test
  void aDeviceWithoutAnEndIsReadUpToTheLimit() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("token"), Path.of("/dev/zero"));
    assertEquals(link + ": is larger than 64 KB; make it short", problem(link, 64 << 10));
  }

  @Test
  void aFileThatOnlySaysThatItIsEmptyIsReadToItsEnd() {
    assertTrue(BoundedInput.text(Path.of("/proc/self/status"), 1 << 20, "-").startsWith("Name:"));
  }

  @Test
  void aPipeIsRead() throws Exception {
    Path pipe = pipe();
    Thread writer = Thread.ofVirtual().start(() -> write(pipe, "secret"));
    assertEquals("secret", BoundedInput.text(pipe, 64, "-"));
    writer.join();
  }

  @Test
  void aPipeThatNobodyWritesToIsGivenUp() throws Exception {
    Path pipe = pipe();
    IOException silent = assertThrows(IOException.class, () ->
        ImpatientStream.of(() -> Files.newInputStream(pipe), Duration.ofSeconds(1)));
    assertEquals("nothing came for 1 s", silent.getMessage());
    write(pipe, ""); // lets go of the thread that opens it
  }

  @Test
  void whatCannotBeReadIsReportedInWords() throws IOException {
    assertEquals(folder + ": is a folder, not a file; make it short", problem(folder, 1));
    Path none = folder.resolve("none");
    assertEquals(none + ": there is no such file; make it short", problem(none, 1));
    Path below = Files.writeString(folder.resolve("file"), "x").resolve("below");
    assertEquals(below + ": cannot be read (Not a directory); make it short", problem(below, 1));
    Path latin = Files.write(folder.resolve("latin"), new byte[] {(byte) 0xE4});
    assertEquals(latin + ": is not UTF-8 text; make it short", problem(latin, 1));
  }

  @Test
  void aStreamIsRefusedWhereItGoesOnAfterTheLimit() throws IOException {
    byte[] content = "123456".getBytes(UTF_8);
    try (InputStream in = limited(content, 6)) {
      assertArrayEquals(content, in.readAllBytes());
    }
    try (InputStream in = limited(content, 5)) {
      assertEquals("s: is larger than 5 bytes; make it short",
          assertThrows(Problem.class, in::readAllBytes).getMessage());
    }
  }

  private static InputStream limited(byte[] content, int most) {
    return BoundedInput.limited(
        new ByteArrayInputStream(content), most, Place.of("s"), "make it short");
  }

  private static String problem(Path file, int most) {
    return assertThrows(Problem.class, () -> BoundedInput.text(file, most, "make it short")).getMessage();
  }

  private Path pipe() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    return pipe;
  }

  private static void write(Path pipe, String text) {
    try {
      Files.writeString(pipe, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
