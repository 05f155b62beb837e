// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import module java.base;

/// Rows of floats that one fit uses after the other. A fit fills more of them than all else that it needs takes up; made
/// for each fit they would be garbage by the gigabyte, for which a heap takes what the machine has before it looks for
/// what is not used any more. Safe to use from many threads; as many fits at a time, as many rows are kept.
final class SharedRows {
  private final Queue<float[][]> free = new ConcurrentLinkedQueue<>();

  /// Lends rows to a fit.
  ///
  /// @param rows how many there are at least
  /// @param width how many floats each has
  /// @param fit takes them with whatever numbers are in them, and must not keep them
  /// @return what the fit gives
  <T> T lend(int rows, int width, Function<float[][], T> fit) {
    float[][] kept = free.poll();
    float[][] lent = kept != null && kept.length >= rows && kept[0].length == width ? kept : new float[rows][width];
    try {
      return fit.apply(lent);
    } finally {
      free.add(lent);
    }
  }
}
