// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is there already and is written to. No test touches a device of this machine.
class WriteTargetTest {
  @TempDir Path folder;

  private static void call(String... words) throws Exception {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(process.waitFor() == 0, String.join(" ", words) + ": " + said);
  }

  private static boolean isOther(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isOther();
  }

  @Test
  @Timeout(20)
  void aPipeStaysAndItsReaderGetsTheContent() throws Exception {
    Path pipe = folder.resolve("pipe");
    call("mkfifo", pipe.toString());
    var read = new FutureTask<>(() -> Files.readString(pipe));
    Thread.ofPlatform().daemon().start(read);
    AtomicFile.checkFolder(pipe);
    AtomicFile.write(pipe, "through");
    assertEquals("through", read.get());
    assertTrue(isOther(pipe));
    assertEquals(1, folder.toFile().list().length);
  }

  @Test
  void aDeviceStays() throws Exception {
    Path device = folder.resolve("null");
    call("mknod", "-m", "666", device.toString(), "c", "1", "3");
    assumeTrue(Files.isWritable(device), "a device of one's own can be opened here");
    try (var _ = Files.newOutputStream(device, StandardOpenOption.WRITE)) {
      // A file system without devices refuses it here.
    } catch (IOException e) {
      assumeTrue(false, "devices cannot be opened here: " + e.getMessage());
    }
    AtomicFile.write(device, "swallowed");
    assertTrue(isOther(device));
    assertEquals(1, folder.toFile().list().length);
  }

  @Test
  void aSocketIsRefusedAndStays() throws Exception {
    Path socket = folder.resolve("s");
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      assertThrows(Problem.class, () -> AtomicFile.write(socket, "x"));
      assertTrue(isOther(socket));
    }
  }

  @Test
  void behindALinkTheFileIsReplacedThatItLeadsTo() throws IOException {
    Path real = Files.writeString(Files.createDirectory(folder.resolve("b")).resolve("real"), "old");
    Path second = Files.createSymbolicLink(folder.resolve("b/second"), Path.of("real"));
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("b/second"));
    AtomicFile.write(first, "new");
    assertEquals("new", Files.readString(real));
    assertFalse(Files.isSymbolicLink(real));
    assertTrue(Files.isSymbolicLink(first) && Files.isSymbolicLink(second));
    assertEquals(2, real.getParent().toFile().list().length);
  }

  @Test
  void behindALinkToNothingTheFileIsMade() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("not/yet"));
    AtomicFile.checkFolder(link);
    AtomicFile.write(link, "new");
    assertEquals("new", Files.readString(folder.resolve("not/yet")));
    assertTrue(Files.isSymbolicLink(link));
  }

  @Test
  void allNamesOfAFileAreTheSame() throws IOException {
    Path real = folder.toRealPath().resolve("b/real");
    Files.createDirectory(folder.resolve("b"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("b/real"));
    Files.createSymbolicLink(folder.resolve("c"), Path.of("b"));
    for (int i = 0; i < 2; i++) {
      for (Path name : List.of(link, folder.resolve("c/real"), folder.resolve("b/../c/./real"))) {
        assertEquals(Optional.of(real), AtomicFile.replaced(name), name.toString());
      }
      AtomicFile.write(link, "now it is there");
    }
    assertEquals(Optional.of(folder.toRealPath().resolve("x/y/z")),
        AtomicFile.replaced(folder.resolve("x/y/z")));
  }

  @Test
  void linksInACircleAreRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
    for (var use : List.<Runnable>of(
        () -> AtomicFile.write(link, "x"), () -> AtomicFile.checkFolder(link))) {
      var problem = assertThrows(Problem.class, use::run);
      assertTrue(problem.getMessage().contains("its links go round in a circle"), problem.getMessage());
    }
  }

  @Test
  void theModeOfAFileThatIsReplacedStays() throws IOException {
    for (String mode : List.of("rw-------", "rw-rw-rw-", "r--r-----", "rwxr-xr-x")) {
      Path file = Files.writeString(folder.resolve(mode), "old");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      AtomicFile.write(file, "new");
      assertEquals("new", Files.readString(file));
      assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }

  @Test
  void nobodyReadsAnUnfinishedFileWhoMayNotReadTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    AtomicFile.write(file, out -> {
      try (Stream<Path> all = Files.list(folder)) {
        Path unfinished = all.filter(one -> !one.equals(file)).findFirst().orElseThrow();
        assertEquals("rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(unfinished)));
      }
    });
  }

  /// Writes to its standard output by the name that Linux gives it.
  static final class ToStandardOutput {
    public static void main(String[] args) {
      AtomicFile.write(Path.of("/dev/stdout"), "new\n");
    }
  }

  @Test
  void whatTheShellHasOpenedIsAppendedTo() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/fd")), "there is no /proc here");
    Path all = Files.writeString(folder.resolve("all.csv"), "old\n");
    Process program = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp", System.getProperty("java.class.path"), ToStandardOutput.class.getName())
        .redirectOutput(ProcessBuilder.Redirect.appendTo(all.toFile()))
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    assertEquals(0, program.waitFor());
    assertEquals("old\nnew\n", Files.readString(all));
  }
}
