// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// An artifact that a task has written.
///
/// @param path the file or folder
/// @param type its type, such as `system.Metrics`
/// @param metadata what the task has said about it
public record StoredArtifact(Path path, String type, Map<String, Object> metadata) {
  /// Copies the metadata.
  public StoredArtifact {
    metadata = Map.copyOf(new TreeMap<>(metadata));
  }

  /// Makes a target equal it.
  ///
  /// @throws Problem if the target cannot be written
  public void copyTo(Path target) {
    try {
      Copies.replace(path, target);
    } catch (IOException e) {
      throw new Problem(Place.of(target), "cannot be written (" + e.getMessage() + ")",
          "check its permissions", e);
    }
  }
}
