// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.file.AtomicFile;

/// Copies files and folders so that no file of a target is ever half there.
final class Copies {
  private Copies() {}

  /// Makes a target equal its source: a file, or a folder with all it holds.
  static void replace(Path source, Path target) throws IOException {
    List<Path> written = add(source, target);
    if (Files.isDirectory(target)) {
      for (Path stale : ContentHash.files(target)) {
        if (!written.contains(stale)) {
          Files.delete(stale);
        }
      }
    }
  }

  /// Copies a file, or all that a folder holds. What else a target folder holds stays.
  ///
  /// @return the files that were written
  static List<Path> add(Path source, Path target) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Path file : Files.isDirectory(source) ? ContentHash.files(source) : List.of(source)) {
      Path to = targetOf(file, source, target);
      AtomicFile.write(to, out -> Files.copy(file, out));
      written.add(to);
    }
    return written;
  }

  /// Where a file of a source goes.
  static Path targetOf(Path file, Path source, Path target) {
    return file.equals(source) ? target : target.resolve(source.relativize(file).toString());
  }
}
