// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import io.carbonflow.base.json.SnakeCase;

/// How held-out rows have decided between two models, whichever of them was published then.
///
/// @param challenger the SHA-256 of the new model's bundle
/// @param champion that of the published one's
/// @param difference the new model's R² less the published one's, on these rows
/// @param standardError of the difference, by building; not negative
/// @param rows the rows
@SnakeCase
public record RowsDecision(
    String challenger, String champion, double difference, double standardError, DecidingRows rows) {

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if one is not finite, the standard error is negative, or a model
  ///     is compared with itself
  public RowsDecision {
    if (!Double.isFinite(difference) || !(standardError >= 0 && standardError < Double.POSITIVE_INFINITY)
        || challenger.equals(champion)) {
      throw new IllegalArgumentException("a difference of " + difference + " ± " + standardError
          + " between " + challenger + " and " + champion);
    }
  }

  /// Whether a model is one of the two.
  boolean isOf(String sha256) {
    return challenger.equals(sha256) || champion.equals(sha256);
  }
}
