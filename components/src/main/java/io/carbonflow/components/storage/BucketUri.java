// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.storage;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.step.Text;
import io.carbonflow.store.S3Uri;
import io.carbonflow.store.StoreUri;

/// The bucket that a pipeline reads from and uploads to: its name, `s3://BUCKET` with or without a
/// prefix, or on one machine a folder as a `file:` URI. Empty for none.
///
/// @param text what was given
public record BucketUri(String text) implements Text {

  /// Refuses what is not a bucket.
  ///
  /// @throws IllegalArgumentException if the text is not one of these
  public BucketUri {
    root(text);
  }

  /// The bucket; empty if none was given.
  public Optional<StoreUri> root() {
    return root(text);
  }

  private static Optional<StoreUri> root(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(hasScheme(text) ? StoreUri.parse(text) : new S3Uri(text, ""));
    } catch (Problem e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// What a person means by the place of a table, or of a folder with tables: a URI or an absolute path is
  /// itself; anything else is a key in the bucket, or a path where there is no bucket.
  ///
  /// @throws Problem if it is not one of these
  public StoreUri locate(String place) {
    return hasScheme(place) || Path.of(place).isAbsolute() || root().isEmpty()
        ? StoreUri.parse(place) : root().get().resolve(place.replaceFirst("/+$", ""));
  }

  private static boolean hasScheme(String text) {
    return text.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*");
  }
}
