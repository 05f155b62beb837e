// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;

/// A check that needs one row alone.
///
/// @param check what it is
/// @param judge what is wrong in a row; empty for nothing, and where not enough is known
record RowCheck(Check check, Function<CheckedRow, Optional<Violation>> judge) {

  /// Looks at a row.
  static void look(List<RowCheck> checks, CheckedRow facts, Findings findings) {
    for (RowCheck one : checks) {
      findings.add(one.check(), facts.spot(), one.judge().apply(facts), facts.spot().used());
    }
  }

  /// A breach where a condition holds.
  static Optional<Violation> when(boolean broken, Supplier<Violation> breach) {
    return broken ? Optional.of(breach.get()) : Optional.empty();
  }

  /// How many times the greater of two positive numbers is the smaller; NaN where one is not
  /// positive.
  static double times(double one, double other) {
    return one > 0 && other > 0 ? Math.max(one / other, other / one) : Double.NaN;
  }
}
