// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// The name of an object, or of the folder or prefix that objects are below: a local path or a key
/// in an S3 bucket.
public sealed interface StoreUri permits LocalUri, S3Uri {

  /// Reads what a person typed: `s3://bucket/prefix/key`, `file:///path`, or a plain path.
  ///
  /// A `file:` URI is percent-decoded. The key of an `s3:` URI is taken as it stands, as the AWS
  /// command line does.
  ///
  /// @throws Problem if the text is not one of these
  static StoreUri parse(String text) {
    var scheme = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL).matcher(text);
    if (!scheme.matches()) {
      return LocalUri.ofPath(text);
    }
    return switch (scheme.group(1)) {
      case "s3" -> S3Uri.parse(text);
      case "file" -> LocalUri.ofUri(text);
      default -> throw new Problem(Place.of(WithoutSecrets.of(text)),
          "storage of the kind \"" + scheme.group(1) + ":\" is not supported",
          "give a path, a file: URI or s3://BUCKET/KEY");
    };
  }

  /// The last part of the name: the key of this object below its [#parent].
  ///
  /// @throws Problem if this is a whole bucket or the root folder, which are not objects
  String name();

  /// The folder or prefix that this object lies in.
  ///
  /// @throws Problem if this is a whole bucket or the root folder, which are not objects
  StoreUri parent();

  /// The object with this key below this folder or prefix.
  ///
  /// @param key parts divided by `/`; see [Store] for what it may hold
  /// @throws Problem if it is not a key
  StoreUri resolve(String key);
}
