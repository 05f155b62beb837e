// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  private int files() {
    return folder.toFile().list().length;
  }

  @Test
  void writesTextInUtf8AndMakesTheFolders() throws IOException {
    Path file = folder.resolve("a/b/c.txt");
    AtomicFile.write(file, "caf\u00e9\n");
    assertEquals("caf\u00e9\n", Files.readString(file, StandardCharsets.UTF_8));
    assertEquals(1, file.getParent().toFile().list().length);
  }

  @Test
  void replacesAnEarlierFile() throws IOException {
    Path file = Files.writeString(folder.resolve("c.txt"), "something longer");
    AtomicFile.write(file, "new");
    assertEquals("new", Files.readString(file));
  }

  @Test
  void leavesTheEarlierFileWhenWritingBreaks() throws IOException {
    Path file = Files.writeString(folder.resolve("c.txt"), "old");
    var problem = assertThrows(Problem.class, () -> AtomicFile.write(file, out -> {
      out.write("half".getBytes(StandardCharsets.UTF_8));
      throw new IOException("No space left on device");
    }));
    assertEquals(file + ": cannot be written (No space left on device); name a folder that exists "
        + "or can be made, with room and permission to write", problem.getMessage());
    assertEquals("old", Files.readString(file));
    assertEquals(1, files());
  }

  @Test
  void leavesNothingWhenTheContentFails() {
    assertThrows(IllegalStateException.class, () -> AtomicFile.write(folder.resolve("c"), out -> {
      out.write(1);
      throw new IllegalStateException();
    }));
    assertEquals(0, files());
  }

  @Test
  void saysThatAFileStandsWhereAFolderShould() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    var problem = assertThrows(Problem.class, () -> AtomicFile.write(file.resolve("c.txt"), "x"));
    assertTrue(problem.getMessage().startsWith(file.resolve("c.txt") + ": cannot be written ("),
        problem.getMessage());
  }

  @Test
  void canBeWrittenByManyThreadsAtOnce() throws Exception {
    Path file = folder.resolve("c.txt");
    IntStream.range(0, 50).parallel().forEach(i -> AtomicFile.write(file, "x".repeat(10_000)));
    assertEquals(10_000, Files.size(file));
    assertEquals(1, files());
  }

  @Test
  void filesThatBelongTogetherAppearTogetherOrNotAtAll() throws IOException {
    Path table = Files.writeString(folder.resolve("table.csv"), "old");
    Path sums = folder.resolve("sums/sums.csv");
    AtomicFile.writeAll(List.of(
        new AtomicFile.Draft(table, "new"), new AtomicFile.Draft(sums, out -> out.write('7'))));
    assertEquals("new", Files.readString(table));
    assertEquals("7", Files.readString(sums));
    assertEquals(2, files());

    for (Path unwritable : List.of(folder.resolve("sums"), table.resolve("x"), Path.of("/dev/full"))) {
      var problem = assertThrows(Problem.class, () -> AtomicFile.writeAll(List.of(
          new AtomicFile.Draft(table, "newer"), new AtomicFile.Draft(folder.resolve("a.csv"), "a"),
          new AtomicFile.Draft(unwritable, "x"))));
      assertTrue(problem.getMessage().startsWith(unwritable + ": cannot be written ("), problem.getMessage());
      assertEquals("new", Files.readString(table));
      assertEquals(2, files());
    }
  }

  @Test
  void aPipeTakesNothingWhereAFileBesideItCannotBeWritten() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    assertThrows(Problem.class, () -> AtomicFile.writeAll(List.of(
        new AtomicFile.Draft(pipe, out -> fail("written")), new AtomicFile.Draft(folder, "x"))));
    assertEquals(1, files());
  }

  /// A program that is stopped half-way through a file.
  static final class Interrupted {
    public static void main(String[] args) {
      AtomicFile.write(Path.of(args[0]), out -> {
        out.write(1);
        System.out.println("writing");
        new Scanner(System.in).nextLine();
      });
    }
  }

  @Test
  void leavesNothingWhenTheProgramIsStopped() throws Exception {
    Process program = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp", System.getProperty("java.class.path"),
        Interrupted.class.getName(), folder.resolve("c.txt").toString()).start();
    assertEquals("writing", program.inputReader().readLine());
    assertEquals(1, files());
    program.destroy();
    assertTrue(program.waitFor(20, TimeUnit.SECONDS));
    assertEquals(0, files());
    assertFalse(Files.exists(folder.resolve("c.txt")));
  }
}
