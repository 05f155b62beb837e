// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import module java.base;
import io.carbonflow.model.regressor.Kernel;

/// Rows that stand for all others in a kernel, so that `k(a, b)` is nearly `⟨φ(a), φ(b)⟩` with as many features as there
/// are landmarks (Nyström): `φ(a) = L⁻¹ (k(l₁, a), …, k(lₘ, a))`, where `L Lᵀ` are the kernels of the landmarks with
/// each other.
///
/// @param kernel the kernel
/// @param vectors the landmarks
/// @param factor the lower triangle L, row by row
record Landmarks(Kernel kernel, double[][] vectors, double[][] factor) {
  /// How many rows are looked at, drawn by chance, for each landmark that there may be.
  static final int CANDIDATES = 4;

  /// Chooses landmarks among some rows.
  ///
  /// @param values all rows
  /// @param rows which of them are fitted to
  /// @param most how many landmarks there may be
  /// @param seed decides by itself which rows are drawn
  static Landmarks of(double[][] values, Kernel kernel, int[] rows, int most, long seed) {
    var random = new Random(seed);
    int[] candidates = drawn(rows, (int) Math.min(rows.length, (long) CANDIDATES * most), random);
    var choice = new LandmarkChoice(values, kernel, candidates, most, random);
    while (choice.another()) {
      // each makes what is left to explain smaller
    }
    return choice.landmarks();
  }

  /// How many there are.
  int count() {
    return vectors.length;
  }

  /// Some rows, each at most once.
  private static int[] drawn(int[] rows, int count, Random random) {
    int[] deck = rows.clone();
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(deck.length - i);
      int row = deck[i];
      deck[i] = deck[other];
      deck[other] = row;
    }
    return Arrays.copyOf(deck, count);
  }
}
