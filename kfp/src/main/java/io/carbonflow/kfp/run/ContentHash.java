// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.Sha256;

/// SHA-256 of what a file or folder holds, in hexadecimal.
final class ContentHash {
  private ContentHash() {}

  /// The hash of a text in UTF-8.
  static String of(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The hash of a file's bytes, or of the names and hashes of all files in a folder.
  ///
  /// @throws Problem if something cannot be read
  static String of(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        return Sha256.of(path);
      }
      StringBuilder listing = new StringBuilder();
      for (Path file : files(path)) {
        listing.append(Sha256.of(file)).append("  ")
            .append(path.relativize(file).toString().replace('\\', '/')).append('\n');
      }
      return of(listing.toString());
    } catch (IOException e) {
      throw new Problem(Place.of(path), "cannot be read (" + e.getMessage() + ")",
          "check its permissions", e);
    }
  }

  /// The files in a folder and its folders, sorted.
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
