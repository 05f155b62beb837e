// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.run.code.Digests;

/// SHA-256 of what a file or folder holds, in hexadecimal.
final class ContentHash {
  private ContentHash() {}

  /// The hash of a text in UTF-8.
  static String of(String text) {
    return hex(Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// The hash of a file's bytes, or of the names and hashes of all files in a folder.
  ///
  /// @throws Problem if something cannot be read
  static String of(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        return file(path);
      }
      StringBuilder listing = new StringBuilder();
      for (Path file : files(path)) {
        listing.append(file(file)).append("  ")
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

  private static String file(Path file) throws IOException {
    MessageDigest digest = Digests.sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return hex(digest.digest());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
