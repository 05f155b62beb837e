// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import module java.base;
import io.carbonflow.published.DecidingRows;
import io.carbonflow.published.RowsDecision;
import io.carbonflow.published.RowsDecisions;

/// What held-out rows have decided between a new model and the published one: by all that they have decided the one
/// that wins promises something ([RowsDecisions#promise]).
///
/// @param decision what they have decided now
/// @param decisions that and what was decided before
public record Evidence(RowsDecision decision, RowsDecisions decisions) {

  /// What the rows of a comparison decide.
  ///
  /// @param challenger the SHA-256 of the new model's bundle
  /// @param champion that of the published one's
  /// @param before what was decided before
  public static Evidence of(Comparison both, String challenger, String champion, RowsDecisions before) {
    RowsDecision decision = new RowsDecision(challenger, champion, both.difference(), both.standardError(),
        DecidingRows.of(both.challenger().rows().stream().map(row -> row.key().building()).toList()));
    return new Evidence(decision, before.with(decision));
  }

  /// How often the buildings of these rows had decided between other models before.
  public long timesBefore() {
    return Math.round(decisions.times(decision.rows())) - 1;
  }
}
