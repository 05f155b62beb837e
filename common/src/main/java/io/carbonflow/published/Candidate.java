// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import module java.base;
import io.carbonflow.base.file.Sha256;

/// A model that may be published.
///
/// @param bundle the bytes of its bundle
/// @param promise how well it did
/// @param beside what is next to the bundle, by file name
public record Candidate(byte[] bundle, PublishedMetrics promise, SortedMap<String, byte[]> beside) {

  /// Copies the map.
  public Candidate {
    beside = new TreeMap<>(beside);
  }

  /// The SHA-256 of the bundle.
  public String sha256() {
    return Sha256.of(bundle);
  }
}
