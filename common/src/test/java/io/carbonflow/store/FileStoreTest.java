// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import module java.base;
import io.carbonflow.base.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest extends StoreContract {
  @TempDir Path folder;

  @Override
  Store open() {
    return open(folder.resolve("store"));
  }

  private static Store open(Path root) {
    return Store.open(StoreUri.parse(root.toString()), StoreOptions.of(Map.of()));
  }

  @Test
  void aFolderIsNotRead() throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    var problem = assertThrows(Problem.class, () -> open(folder).read("sub"));
    assertEquals(folder.resolve("sub") + ": is a folder, not a file; name a file in it",
        problem.getMessage());
  }

  @Test
  void aFolderIsNotReplaced() throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    assertThrows(Problem.class, () -> open(folder).write("sub", bytes("x")));
    assertTrue(Files.isDirectory(folder.resolve("sub")));
  }

  @Test
  void aFileCannotBeTheRoot() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    var problem = assertThrows(Problem.class, () -> open(file).write("a.txt", bytes("x")));
    assertTrue(problem.getMessage().contains("is not a folder"), problem.getMessage());
  }

  @Test
  void aFolderWithoutPermissionIsNotWritten() throws IOException {
    assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
    Path locked = Files.createDirectory(folder.resolve("locked"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
    var problem = assertThrows(Problem.class, () -> open(locked).write("a.txt", bytes("x")));
    assertTrue(problem.getMessage().contains("permission denied"), problem.getMessage());
  }

  @Test
  void whatAnotherProcessHasNotFinishedIsNotListed() throws IOException {
    Files.writeString(folder.resolve(".a.csv.123-4.part"), "half");
    Files.writeString(folder.resolve("b.csv"), "whole");
    assertEquals(List.of(new Store.Entry("b.csv", 5)), open(folder).list(""));
  }

  @Test
  void nothingIsLeftOfAFailedWrite() throws IOException {
    Path root = folder.resolve("store");
    assertThrows(Problem.class, () -> open(root).write("a.bin", folder.resolve("missing")));
    assertFalse(Files.exists(root));
  }

  @Test
  void filesNeedNoJarOfAmazons() throws Exception {
    Files.writeString(folder.resolve("a.txt"), "x");
    String classes = List.of(Store.class, Problem.class, FileStoreTest.class).stream()
        .map(type -> Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .map(Path::toString)
        .reduce("", (a, b) -> a + java.io.File.pathSeparator + b);
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp", classes, ReadOnce.class.getName(), folder.resolve("a.txt").toString())
        .redirectErrorStream(true)
        .start();
    assertEquals("1 bytes\n", new String(process.getInputStream().readAllBytes()));
  }
}
