// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.List;
import java.util.Optional;

/// How a name is to be read that is none which its column knows.
///
/// @param fault what is wrong with it; empty where it is a name of its own
/// @param name the name that is meant; empty where nothing decides between several
/// @param choice the names that may be meant
record NameReading(Optional<TableFault> fault, Optional<String> name, List<String> choice) {
  /// It is read as it is.
  static final NameReading AS_IT_IS = new NameReading(Optional.empty(), Optional.empty(), List.of());

  /// One that is decided.
  static NameReading of(TableFault fault, String name) {
    return new NameReading(Optional.of(fault), Optional.of(name), List.of(name));
  }

  /// One of several names.
  static NameReading among(TableFault fault, Optional<String> name, List<String> choice) {
    return new NameReading(Optional.of(fault), name, choice);
  }
}
