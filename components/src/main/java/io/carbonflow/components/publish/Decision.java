// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

/// What became of a new model. In lower case a constant is the output that conditions look at.
public enum Decision {
  /// It is the published one now.
  PUBLISHED,
  /// The published one is as good or better.
  NOT_BETTER,
  /// Nothing tells which of the two is better.
  NOT_COMPARABLE,
  /// People have rolled back from it before.
  ROLLED_BACK,
  /// It is too bad to be used at all.
  BELOW_FLOOR,
  /// There is no place to publish it to.
  NOWHERE
}
