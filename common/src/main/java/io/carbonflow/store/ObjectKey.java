// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.fault.Problem;

/// What the key of an object may be, the same for folders and buckets, so that a folder's content
/// can be copied to a bucket and back.
final class ObjectKey {
  /// The limit of S3.
  private static final int MOST_BYTES = 1024;

  private ObjectKey() {}

  /// The key, if it is one.
  ///
  /// @param root the folder or prefix that the key is below, for the message
  /// @throws Problem if it is none
  static String checked(String key, Object root) {
    String wrong = whatIsWrong(key);
    if (wrong != null) {
      throw new Problem(Place.of(root),
          "the key \"" + Printable.shortened(key) + "\" " + wrong,
          "use parts divided by single slashes, such as plots/r2.png");
    }
    return key;
  }

  /// Whether files of this name are a store's own and no objects: unfinished files and locks.
  static boolean isReserved(String name) {
    return name.startsWith(".") && (name.endsWith(".part") || name.endsWith(".lock"));
  }

  private static String whatIsWrong(String key) {
    if (key.isEmpty()) {
      return "is empty";
    }
    if (key.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return "is longer than " + MOST_BYTES + " bytes";
    }
    if (key.chars().anyMatch(Character::isISOControl) || key.indexOf('\\') >= 0) {
      return "has a backslash or control character";
    }
    for (String part : key.split("/", -1)) {
      if (part.isEmpty()) {
        return "has an empty part";
      }
      if (part.equals(".") || part.equals("..")) {
        return "leads out of its folder by \"" + part + "\"";
      }
      if (isReserved(part)) {
        return "has the name of an unfinished file";
      }
    }
    return null;
  }
}
