// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.storage;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.step.Text;
import io.carbonflow.store.StoreUri;

/// A folder or `s3://BUCKET/PREFIX` to upload to. Empty for none.
///
/// @param text what was given
public record Destination(String text) implements Text {

  /// Refuses what names no place.
  ///
  /// @throws IllegalArgumentException if the text is neither path nor URI
  public Destination {
    uri(text);
  }

  /// Where to upload to: here, or else below the subfolder of the bucket, or else nowhere.
  public Optional<StoreUri> or(BucketUri bucket, KeyInput subfolder) {
    return uri(text).or(() -> bucket.root().map(subfolder::below));
  }

  private static Optional<StoreUri> uri(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(StoreUri.parse(text));
    } catch (Problem e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
