// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// A file that is written beside its place and appears there when it is whole. What an interrupted
/// program leaves is deleted as it ends.
final class Unfinished implements AutoCloseable {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final Set<Path> ALL = ConcurrentHashMap.newKeySet();
  /// Held while a file appears. The program's end takes it and keeps it, so that no other thread
  /// makes a new file after the unfinished ones are deleted.
  private static final ReentrantLock APPEARANCE = new ReentrantLock();

  static {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
      APPEARANCE.lock();
      ALL.forEach(Unfinished::deleteQuietly);
    }));
  }

  private final Path target;
  private final WriteTarget.RegularFile file;
  private final Path written;

  /// Nothing is written yet.
  ///
  /// @param target the path as it was named
  /// @param file where it leads
  Unfinished(Path target, WriteTarget.RegularFile file) {
    this.target = target;
    this.file = file;
    written = file.path().resolveSibling(
        "." + file.path().getFileName() + "." + UUID.randomUUID() + ".part");
  }

  /// The path as it was named.
  Path target() {
    return target;
  }

  /// Writes the content, and makes the folder.
  void fill(AtomicFile.Content content) throws IOException {
    if (Files.isDirectory(file.path())) {
      throw new FileSystemException(file.path().toString(), null, "it is a folder");
    }
    Files.createDirectories(file.path().getParent());
    try (OutputStream out = new BufferedOutputStream(open())) {
      content.to(out);
    }
    file.handOn(written);
  }

  /// Nobody else may read what replaces a file before it is whole: the mode that it is to have may be
  /// stricter than the usual one.
  private OutputStream open() throws IOException {
    APPEARANCE.lock();
    try {
      ALL.add(written);
      if (file.earlier().isPresent()) {
        Files.createFile(written, OWNER_ALONE);
      }
      return Files.newOutputStream(written);
    } finally {
      APPEARANCE.unlock();
    }
  }

  /// Puts the file into its place.
  void show() throws IOException {
    APPEARANCE.lock();
    try {
      Files.move(written, file.path(), StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      APPEARANCE.unlock();
    }
  }

  /// Deletes what was written, if it has not been shown.
  @Override
  public void close() {
    deleteQuietly(written);
    ALL.remove(written);
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException leftover) {
      // It is a leftover beside the target; the write itself has been reported.
    }
  }
}
