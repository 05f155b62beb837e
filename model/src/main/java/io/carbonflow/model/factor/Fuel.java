// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.factor;

import java.util.Locale;

/// A fuel that a building's energy comes from, as Seattle's tables meter it.
public enum Fuel {
  /// From the grid.
  ELECTRICITY,
  /// Natural gas.
  GAS,
  /// District steam.
  STEAM;

  /// The name as options and files have it: `electricity`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
