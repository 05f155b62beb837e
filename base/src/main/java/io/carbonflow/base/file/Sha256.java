// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of contents, in lower-case hexadecimal digits.
public final class Sha256 {

  private Sha256() {}

  /// Takes a content in pieces.
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /// The hash of what a digest has taken.
  public static String of(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /// The hash of a content.
  public static String of(byte[] content) {
    MessageDigest digest = digest();
    digest.update(content);
    return of(digest);
  }

  /// The hash of what a file holds.
  public static String of(Path file) throws IOException {
    return of(out -> Files.copy(file, out));
  }

  /// The hash of a content that may go to a file.
  public static String of(AtomicFile.Content content) throws IOException {
    MessageDigest digest = digest();
    try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      content.to(out);
    }
    return of(digest);
  }
}
