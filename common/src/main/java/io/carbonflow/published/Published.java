// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import module java.base;
import com.google.gson.annotations.SerializedName;

/// One published model.
///
/// @param version its name, as [VersionName] makes it
/// @param sha256 the SHA-256 of the bundle's bytes
/// @param at when it was published first
/// @param promise how well it did then, and what it promises by that
public record Published(
    String version,
    String sha256,
    @SerializedName("published") Instant at,
    PublishedMetrics promise) {

  /// The same with what it promises.
  public Published with(PublishedMetrics promise) {
    return new Published(version, sha256, at, promise);
  }

  /// Checks that the version is named after the content.
  ///
  /// @throws IllegalArgumentException if it is not
  public Published {
    int number = VersionName.number(version).orElse(0);
    if (!sha256.matches("[0-9a-f]{64}") || !version.equals(VersionName.of(number, sha256))) {
      throw new IllegalArgumentException(
          "'" + version + "' is not a version of the content " + sha256);
    }
  }
}
