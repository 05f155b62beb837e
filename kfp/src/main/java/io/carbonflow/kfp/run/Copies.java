// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.file.AtomicFile;

/// Copies files and folders so that a target is never half there.
final class Copies {
  private Copies() {}

  /// Makes a target equal its source: a file, or a folder with all it holds.
  static void replace(Path source, Path target) throws IOException {
    if (!Files.isDirectory(source)) {
      AtomicFile.write(target, out -> Files.copy(source, out));
      return;
    }
    List<Path> kept = ContentHash.files(source).stream()
        .map(file -> target.resolve(source.relativize(file).toString()))
        .toList();
    if (Files.exists(target)) {
      for (Path stale : ContentHash.files(target)) {
        if (!kept.contains(stale)) {
          Files.delete(stale);
        }
      }
    }
    for (Path file : ContentHash.files(source)) {
      AtomicFile.write(target.resolve(source.relativize(file).toString()),
          out -> Files.copy(file, out));
    }
  }
}
