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

  /// Writes a file and makes its parent folders. An earlier file of that name is replaced at once.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(Path target, Content content) {
    Path unfinished = null;
    try {
      Path folder = target.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      unfinished = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
      try (OutputStream out = new BufferedOutputStream(open(unfinished))) {
        content.to(out);
      }
      show(unfinished, target);
    } catch (IOException e) {
      throw unwritable(target, Files.isDirectory(target) ? "it is a folder" : reason(e), e);
    } finally {
      if (unfinished != null) {
        deleteQuietly(unfinished);
        UNFINISHED.remove(unfinished);
      }
    }
  }

  /// Writes a text file in UTF-8.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(Path target, String text) {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// Checks that a file's folder is there or can be made, without making anything: before a long
  /// piece of work whose result shall go there.
  ///
  /// @throws Problem if it cannot
  public static void checkFolder(Path target) {
    Path folder = target.toAbsolutePath().getParent();
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

  private static OutputStream open(Path unfinished) throws IOException {
    APPEARANCE.lock();
    try {
      UNFINISHED.add(unfinished);
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
