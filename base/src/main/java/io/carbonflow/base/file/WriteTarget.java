// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;

/// What a path leads to that is written: links are followed, as every other program does that opens it.
sealed interface WriteTarget {

  /// Where the path leads.
  Path path();

  /// A device, a pipe, a socket, or a file that this process was given open: it takes what is
  /// written, and cannot be replaced.
  record Stream(Path path) implements WriteTarget {}

  /// A regular file, or the place of one.
  ///
  /// @param earlier the owner and the mode of the file that is there; empty where there is none, or the
  ///     file system has no modes
  record RegularFile(Path path, Optional<PosixFileAttributes> earlier) implements WriteTarget {

    /// Gives another file the earlier one's mode, and its owner and group where that is allowed.
    void handOn(Path file) throws IOException {
      if (earlier.isEmpty()) {
        return;
      }
      PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      try {
        view.setGroup(earlier.get().group());
        view.setOwner(earlier.get().owner());
      } catch (IOException notAllowed) {
        // Only root gives files away.
      }
      view.setPermissions(earlier.get().permissions());
    }
  }

  /// How many links the system follows.
  int MOST_LINKS = 40;

  /// Follows a path.
  ///
  /// @throws IOException if its links go round in a circle, or cannot be read
  static WriteTarget of(Path target) throws IOException {
    Path at = target.toAbsolutePath();
    for (int links = 0; links < MOST_LINKS; links++) {
      Optional<BasicFileAttributes> there = attributes(at);
      if (there.isPresent() && there.get().isOther() || isOpenFile(at)) {
        return new Stream(at);
      }
      if (!Files.isSymbolicLink(at)) {
        return new RegularFile(at, posix(at));
      }
      at = at.resolveSibling(Files.readSymbolicLink(at));
    }
    throw new FileSystemException(target.toString(), null, "its links go round in a circle");
  }

  /// Whether a path is a link of `/proc/PID/fd`, where `/dev/stdout` and `/dev/fd` lead. Behind `>> all.csv`
  /// lies a regular file that still must not be replaced.
  private static boolean isOpenFile(Path path) throws IOException {
    if (!Files.isSymbolicLink(path) || path.getParent() == null) {
      return false;
    }
    Path folder = path.getParent().toRealPath();
    return folder.startsWith("/proc") && folder.endsWith("fd");
  }

  private static Optional<BasicFileAttributes> attributes(Path path) {
    try {
      return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
    } catch (IOException nothingThere) {
      return Optional.empty();
    }
  }

  private static Optional<PosixFileAttributes> posix(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    return view == null || !Files.isRegularFile(path)
        ? Optional.empty() : Optional.of(view.readAttributes());
  }
}
