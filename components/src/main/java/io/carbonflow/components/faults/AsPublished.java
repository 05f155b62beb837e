// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.faults;

import module java.base;
import io.carbonflow.kfp.step.Text;
import io.carbonflow.model.building.TableFault;

/// Names of faults that are not read right, as `exchanged-energy,no-score`. Empty for none: every fault that
/// is found is read right.
///
/// @param text what was given
public record AsPublished(String text) implements Text {
  /// Refuses what is not a list of faults.
  ///
  /// @throws IllegalArgumentException if a name is not a fault's, or is there twice
  public AsPublished {
    parse(text);
  }

  /// The faults.
  public Set<TableFault> faults() {
    return parse(text);
  }

  private static Set<TableFault> parse(String text) {
    Set<TableFault> faults = EnumSet.noneOf(TableFault.class);
    for (String name : text.isBlank() ? List.<String>of() : List.of(text.split(",", -1))) {
      TableFault fault = TableFault.of(name.strip()).orElseThrow(() -> new IllegalArgumentException(
          "'" + name.strip() + "' is not a fault of a table; those that can be taken as published are "
              + String.join(", ", TableFault.ids())));
      if (!faults.add(fault)) {
        throw new IllegalArgumentException("'" + name.strip() + "' is there twice");
      }
    }
    return Collections.unmodifiableSet(faults);
  }
}
