// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// What can be wrong with a local file that is read.
final class LocalFile {

  private LocalFile() {}

  /// The path, if it is not that of a folder.
  ///
  /// @throws Problem if it is
  static Path noFolder(Path file) {
    if (Files.isDirectory(file)) {
      throw new Problem(Place.of(file), "is a folder, not a file", "name a file in it");
    }
    return file;
  }

  /// The problem that a file or folder cannot be read.
  static Problem unreadable(Path file, IOException e) {
    return new Problem(Place.of(file),
        e instanceof NoSuchFileException ? "does not exist" : "cannot be read (" + reason(e) + ")",
        "check the path, and that it may be read", e);
  }

  /// Why a file could not be used, in a few words.
  static String reason(IOException e) {
    return e instanceof AccessDeniedException
        ? "permission denied"
        : String.valueOf(e.getMessage());
  }
}
