// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.permutation;

/// How much two groups of units differ in one respect.
@FunctionalInterface
public interface Statistic {

  /// The difference, a number that is the larger the more they differ in the way that matters.
  ///
  /// @param second for each unit whether it is in the second group; both have some
  double of(boolean[] second);
}
