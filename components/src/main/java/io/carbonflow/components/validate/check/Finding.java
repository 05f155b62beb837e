// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;
import io.carbonflow.model.building.Severity;

/// Something that was found.
///
/// @param check what was looked for
/// @param severity how bad it is here
/// @param spot where it was found
/// @param column the column that it is about, as the city calls it; empty for none
/// @param value the value that is there, shortened to 60 characters
/// @param message what is wrong with it, a phrase that follows column and value
public record Finding(
    Check check, Severity severity, RowLocation spot, String column, String value, String message) {

  /// In one line: where, the column, its value, what is wrong.
  public String text() {
    return spot.text() + ": " + Stream.of(column, value, message)
        .filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }
}
