// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.storage;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.kfp.step.Text;
import io.carbonflow.published.PublishedModels;
import io.carbonflow.store.LocalUri;
import io.carbonflow.store.StoreUri;

/// A place below a bucket, parts divided by `/`. Empty for the bucket itself. Every key that a person
/// can give is one: what may be written to is checked here.
///
/// @param text what was given
public record KeyInput(String text) implements Text {

  /// Refuses what leads out of a bucket, and what leads to published models: a store may lie in any
  /// folder of a bucket, so no part of a key has the name of their folder.
  ///
  /// @throws IllegalArgumentException if the text is not a key, or leads to published models
  public KeyInput {
    try {
      below(text, new LocalUri(Path.of("bucket")));
    } catch (Problem e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    if (Stream.of(inner(text).split("/")).anyMatch(PublishedModels.FOLDER::equalsIgnoreCase)) {
      throw new IllegalArgumentException("'" + text + "' leads to published models, which nothing else may write to;"
          + " name a place with no part called " + PublishedModels.FOLDER);
    }
  }

  /// The key of an object in a store, without slashes at its ends.
  ///
  /// @param root the store's root
  /// @throws Problem if the store itself lies in a folder of published models, and the key there names
  ///     their register or one of their versions
  public String path(StoreUri root) {
    String key = inner(text);
    if (PublishedModels.owns(root, key)) {
      throw new Problem(Place.of(root), "leads with the key \"" + key + "\" to published models, which nothing else"
          + " may write to", "name the folder above " + PublishedModels.FOLDER + " as the store");
    }
    return key;
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
