// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.model.building.Severity;

/// How often something was found, and the first of them.
///
/// @param check what was looked for
/// @param severity how bad it is
/// @param count how often it was found
/// @param listed the first, in the order of the table
public record CheckResult(Check check, Severity severity, long count, List<Finding> listed) {
  /// Copies the list.
  public CheckResult {
    listed = List.copyOf(listed);
  }
}
