// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import module java.base;

/// One change of the current model.
///
/// @param at when
/// @param kind how it came about
/// @param from the version that was current; empty for the first
/// @param to the version that is current since
/// @param reason why, in a sentence
public record RegistryEvent(Instant at, Kind kind, Optional<String> from, String to, String reason) {

  /// How the current model can change.
  public enum Kind {
    /// A training has published a better one.
    PUBLISHED,
    /// A person has gone back to an earlier one.
    ROLLED_BACK
  }
}
