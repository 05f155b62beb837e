// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// A local file or folder.
///
/// @param path absolute, or relative to where the program was started
public record LocalUri(Path path) implements StoreUri {

  static LocalUri ofPath(String text) {
    if (text.isBlank()) {
      throw new Problem(Place.of("\"" + text + "\""), "is not a path or URI",
          "give a path, a file: URI or s3://BUCKET/KEY");
    }
    try {
      return new LocalUri(Path.of(text));
    } catch (InvalidPathException e) {
      throw new Problem(Place.of(text.replace('\0', '?')), "is not a path: " + e.getReason(),
          "give a path, a file: URI or s3://BUCKET/KEY", e);
    }
  }

  static LocalUri ofUri(String text) {
    try {
      return new LocalUri(Path.of(URI.create(text)));
    } catch (IllegalArgumentException e) {
      throw new Problem(Place.of(WithoutSecrets.of(text)), "is not a file: URI of a local path",
          "write file:///FOLDER/NAME with %20 for a space, or give the plain path", e);
    }
  }

  @Override
  public String name() {
    String name = String.valueOf(path.getFileName());
    if (path.getFileName() == null || name.matches("[.]{0,2}")) {
      throw new Problem(Place.of(this), "names no object", "add the object's name to it");
    }
    return name;
  }

  @Override
  public LocalUri parent() {
    name();
    return new LocalUri(path.getParent() == null ? Path.of("") : path.getParent());
  }

  @Override
  public LocalUri resolve(String key) {
    return new LocalUri(path.resolve(ObjectKey.checked(key, this)));
  }

  @Override
  public String toString() {
    return path.toString().isEmpty() ? "." : path.toString();
  }
}
