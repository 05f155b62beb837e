// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.score;

import module java.base;

/// What the predictions of some rows add up to, beside what was measured.
///
/// @param group what the rows have in common
/// @param rows how many there are
/// @param actual their emissions together, in tonnes
/// @param medians what the predictions for single buildings add up to, in tonnes
/// @param means what the predictions for sums add up to, in tonnes; empty where the model has none
public record GroupTotal(
    String group, int rows, double actual, double medians, OptionalDouble means) {

  /// The medians as a part of what was measured; empty where that is not above 0.
  public OptionalDouble mediansOverActual() {
    return actual > 0 ? OptionalDouble.of(medians / actual) : OptionalDouble.empty();
  }

  /// The means as a part of what was measured; empty where that is not above 0, or there are none.
  public OptionalDouble meansOverActual() {
    return means.isPresent() && actual > 0
        ? OptionalDouble.of(means.getAsDouble() / actual) : OptionalDouble.empty();
  }
}
