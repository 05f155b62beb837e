// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.storage;

import module java.base;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.step.Text;
import io.carbonflow.store.LocalUri;
import io.carbonflow.store.StoreUri;

/// A place below a bucket, parts divided by `/`. Empty for the bucket itself.
///
/// @param text what was given
public record KeyInput(String text) implements Text {

  /// Refuses what leads out of a bucket.
  ///
  /// @throws IllegalArgumentException if the text is no key
  public KeyInput {
    try {
      below(text, new LocalUri(Path.of("bucket")));
    } catch (Problem e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// The key of an object, without slashes at its ends.
  public String path() {
    return inner(text);
  }

  /// This place below a bucket.
  StoreUri below(StoreUri bucket) {
    return below(text, bucket);
  }

  private static StoreUri below(String key, StoreUri bucket) {
    String inner = inner(key);
    return inner.isBlank() ? bucket : bucket.resolve(inner);
  }

  private static String inner(String key) {
    return key.replaceAll("^/+|/+$", "");
  }
}
