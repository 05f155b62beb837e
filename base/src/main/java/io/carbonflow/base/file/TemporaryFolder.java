// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A folder that is there while something is worked on, in `java.io.tmpdir`.
///
/// @param path the folder
public record TemporaryFolder(Path path) implements AutoCloseable {
  private static final Set<TemporaryFolder> OPEN = ConcurrentHashMap.newKeySet();
  /// Other threads may go on writing for a moment while the program ends.
  private static final int TRIES = 50;
  private static final int PAUSE_MILLIS = 20;

  static {
    Runtime.getRuntime().addShutdownHook(
        Thread.ofPlatform().unstarted(() -> OPEN.forEach(TemporaryFolder::removeAtLast)));
  }

  /// Makes a new one.
  ///
  /// @param prefix what its name begins with
  /// @throws Problem if the machine has no place for it
  public static TemporaryFolder make(String prefix) {
    try {
      TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory(prefix));
      OPEN.add(folder);
      return folder;
    } catch (IOException e) {
      throw new Problem(Place.of(System.getProperty("java.io.tmpdir")),
          "no temporary folder can be made there (" + e.getMessage() + ")",
          "give it room, or name another with -Djava.io.tmpdir", e);
    }
  }

  /// Removes the folder and all that it holds.
  @Override
  public void close() {
    OPEN.remove(this);
    try {
      remove(path);
    } catch (IOException e) {
      throw new Problem(
          Place.of(path), "cannot be removed (" + e.getMessage() + ")", "remove it by hand", e);
    }
  }

  /// Until it stays away.
  private void removeAtLast() {
    boolean gone = false;
    for (int i = 0; i < TRIES && !(gone && Files.notExists(path)); i++) {
      try {
        remove(path);
        gone = true;
      } catch (IOException | UncheckedIOException stillThere) {
        gone = Files.notExists(path);
      }
      LockSupport.parkNanos(PAUSE_MILLIS * 1_000_000L);
    }
  }

  /// Removes a file, or a folder and all that it holds; links are not followed. Nothing happens where
  /// there is none.
  ///
  /// @throws IOException if something stays
  public static void remove(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(path)) {
      List<Path> inner = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path file : inner) {
        Files.delete(file);
      }
    }
  }
}
