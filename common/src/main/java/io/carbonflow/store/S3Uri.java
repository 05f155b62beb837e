// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// A bucket, a prefix in it, or an object in it.
///
/// @param bucket the bucket's name, by Amazon's rules of naming
/// @param key parts divided by `/`, with none at either end; empty for the whole bucket
public record S3Uri(String bucket, String key) implements StoreUri {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  /// Checks the bucket's name and the key.
  ///
  /// @throws Problem if either is not allowed
  public S3Uri {
    if (!BUCKET.matcher(bucket).matches() || bucket.contains("..")) {
      throw new Problem(Place.of(WithoutSecrets.of("s3://" + bucket + "/" + key)),
          bucket.isEmpty() ? "has no bucket" : "has a bucket's name that is not allowed",
          "write s3://BUCKET/KEY; a bucket has 3 to 63 lower-case letters, digits, dots, hyphens");
    }
    if (!key.isEmpty()) {
      ObjectKey.checked(key, "s3://" + bucket);
    }
  }

  static S3Uri parse(String text) {
    if (!text.startsWith("s3://")) {
      throw new Problem(
          Place.of(WithoutSecrets.of(text)), "is not an s3: URI", "write s3://BUCKET/KEY");
    }
    String rest = text.substring("s3://".length());
    int slash = rest.indexOf('/');
    if (slash < 0) {
      return new S3Uri(rest, "");
    }
    String key = rest.substring(slash + 1);
    return new S3Uri(rest.substring(0, slash),
        key.endsWith("/") ? key.substring(0, key.length() - 1) : key);
  }

  @Override
  public String name() {
    if (key.isEmpty()) {
      throw new Problem(Place.of(this), "names no object", "add the object's name to it");
    }
    return key.substring(key.lastIndexOf('/') + 1);
  }

  @Override
  public S3Uri parent() {
    return new S3Uri(bucket, key.substring(0, Math.max(0, key.length() - name().length() - 1)));
  }

  @Override
  public S3Uri resolve(String below) {
    ObjectKey.checked(below, this);
    return new S3Uri(bucket, key.isEmpty() ? below : key + "/" + below);
  }

  @Override
  public String toString() {
    return "s3://" + bucket + (key.isEmpty() ? "" : "/" + key);
  }
}
