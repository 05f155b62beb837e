// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;

/// A check that needs two rows of a building.
///
/// @param check what it is
/// @param needs what both rows have to have
/// @param judge what is wrong in the later row; empty for nothing
/// @param unless where one of these is found in the row, nothing more is to be said
record PairCheck(Check check, Predicate<BuildingHistory> needs, Function<YearPair, Optional<Violation>> judge,
    Set<Check> unless) {

  PairCheck(Check check, Predicate<BuildingHistory> needs, Function<YearPair, Optional<Violation>> judge) {
    this(check, needs, judge, Set.of());
  }

  /// A row beside the newest of its building's earlier rows that has what is needed.
  ///
  /// @param earlier the newest first
  Optional<YearPair> pair(BuildingHistory now, List<BuildingHistory> earlier, Movements movements) {
    return !needs.test(now) ? Optional.empty()
        : earlier.stream().filter(needs).findFirst().map(before -> new YearPair(before, now, movements));
  }
}
