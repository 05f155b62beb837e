// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.fuzz;

import module java.base;
import io.carbonflow.cli.CarbonflowProgram.Outcome;

/// One kind of thing that is read, and how it is damaged.
///
/// @param name what it is
/// @param share how many cases it has of a hundred
/// @param next makes one damaged thing and has it read
record Target(String name, int share, Next next) {

  /// Makes a damaged thing and has it read.
  @FunctionalInterface
  interface Next {
    /// Does it.
    ///
    /// @param random decides what is damaged, and how
    /// @param folder an empty folder for the case
    /// @return what the command came to
    Outcome run(RandomGenerator random, Path folder) throws Exception;
  }
}
