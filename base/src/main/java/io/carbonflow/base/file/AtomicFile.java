// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Writes files that are whole or absent: to a temporary file beside the target, then by an atomic
/// move. What an interrupted program leaves unfinished is deleted as it ends.
///
/// ```java
/// AtomicFile.write(Path.of("sum.txt"), "42\n");
/// ```
public final class AtomicFile {
  private static final String REMEDY =
      "name a folder that exists or can be made, with room and permission to write";
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();
  /// Held while a file appears. The program's end takes it and keeps it, so that no other thread
  /// makes a new file after the unfinished ones are deleted.
  private static final ReentrantLock APPEARANCE = new ReentrantLock();

  static {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
      APPEARANCE.lock();
      UNFINISHED.forEach(AtomicFile::deleteQuietly);
    }));
  }

  private AtomicFile() {}

  /// What fills a file.
  @FunctionalInterface
  public interface Content {
    /// Writes the whole content; the stream is closed by the caller.
    void to(OutputStream out) throws IOException;
  }

  /// Writes a file and makes its parent folders. An earlier file of that name is replaced at once and
  /// keeps its mode; behind a link it is the file that the link leads to. What is there and no regular
  /// file, such as a pipe or `/dev/stdout`, is never replaced: it takes the content as it comes.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(Path target, Content content) {
    try {
      switch (WriteTarget.of(target)) {
        case WriteTarget.Stream stream -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(
              stream.path(), StandardOpenOption.WRITE, StandardOpenOption.APPEND))) {
            content.to(out);
          }
        }
        case WriteTarget.RegularFile file -> replace(file, content);
      }
    } catch (IOException e) {
      throw unwritable(target, Files.isDirectory(target) ? "it is a folder" : reason(e), e);
    }
  }

  private static void replace(WriteTarget.RegularFile file, Content content) throws IOException {
    Path folder = file.path().getParent();
    Files.createDirectories(folder);
    Path unfinished =
        folder.resolve("." + file.path().getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(open(unfinished, file.earlier().isPresent()))) {
        content.to(out);
      }
      file.handOn(unfinished);
      show(unfinished, file.path());
    } finally {
      deleteQuietly(unfinished);
      UNFINISHED.remove(unfinished);
    }
  }

  /// Writes a text file in UTF-8.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(Path target, String text) {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The file that a write would make or replace, by its real path: two names of one file give the same.
  ///
  /// @return empty for a device or pipe, which many may write to
  /// @throws Problem if the path leads nowhere
  public static Optional<Path> replaced(Path target) {
    try {
      return WriteTarget.of(target) instanceof WriteTarget.RegularFile file
          ? Optional.of(real(file.path())) : Optional.empty();
    } catch (IOException e) {
      throw unwritable(target, reason(e), e);
    }
  }

  private static Path real(Path file) throws IOException {
    Path there = file.normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there.toRealPath().resolve(there.relativize(file.normalize())).normalize();
  }

  /// Checks that a file's folder is there or can be made, without making anything: before a long
  /// piece of work whose result shall go there. A device or pipe has to take what is written.
  ///
  /// @throws Problem if it cannot
  public static void checkFolder(Path target) {
    WriteTarget found;
    try {
      found = WriteTarget.of(target);
    } catch (IOException e) {
      throw unwritable(target, reason(e), e);
    }
    switch (found) {
      case WriteTarget.Stream stream -> {
        if (!Files.isWritable(stream.path())) {
          throw unwritable(target, "permission denied", null);
        }
      }
      case WriteTarget.RegularFile file -> checkFolderOf(file.path(), target);
    }
  }

  private static void checkFolderOf(Path file, Path target) {
    Path folder = file.getParent();
    while (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      folder = folder.getParent();
    }
    if (!Files.isDirectory(folder)) {
      throw unwritable(target, folder + " is not a folder", null);
    }
    if (!Files.isWritable(folder)) {
      throw unwritable(target, "permission denied for " + folder, null);
    }
  }

  /// @param guarded whether nobody else may read it before it is whole: the mode that it is to have may
  ///     be stricter than the usual one
  private static OutputStream open(Path unfinished, boolean guarded) throws IOException {
    APPEARANCE.lock();
    try {
      UNFINISHED.add(unfinished);
      if (guarded) {
        Files.createFile(unfinished, OWNER_ALONE);
      }
      return Files.newOutputStream(unfinished);
    } finally {
      APPEARANCE.unlock();
    }
  }

  private static void show(Path unfinished, Path target) throws IOException {
    APPEARANCE.lock();
    try {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      APPEARANCE.unlock();
    }
  }

  private static Problem unwritable(Path target, String why, IOException e) {
    return new Problem(Place.of(target), "cannot be written (" + why + ")", REMEDY, e);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case FileAlreadyExistsException f -> f.getFile() + " is not a folder";
      case NoSuchFileException f -> f.getFile() + " does not exist";
      case FileSystemException f when f.getReason() != null -> f.getFile() + ": " + f.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException leftover) {
      // It is a leftover beside the target; the write itself has been reported.
    }
  }
}
