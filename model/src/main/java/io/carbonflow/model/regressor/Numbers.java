// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

/// Checks of the numbers that models consist of.
final class Numbers {
  private Numbers() {}

  static void requireFinite(String name, double... values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(name + ": " + value + " is not finite");
      }
    }
  }
}
