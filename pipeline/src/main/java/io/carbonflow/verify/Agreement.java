// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.verify;

import module java.base;

/// One thing that two trainings are compared by.
///
/// @param what what it is, such as `model.bin`
/// @param recorded the SHA-256 that the bundle has; empty if it has no such thing
/// @param found the SHA-256 that was found now; empty if there is no such thing
public record Agreement(String what, Optional<String> recorded, Optional<String> found) {

  /// Whether both are the same.
  public boolean same() {
    return recorded.equals(found);
  }
}
