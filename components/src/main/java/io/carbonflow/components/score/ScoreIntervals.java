// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.score;

import module java.base;
import io.carbonflow.components.score.Bootstrap.Interval;

/// How far the scores that pages lead with would differ for other buildings. Each is empty where [Bootstrap] has none.
///
/// @param r2 of R² on the scale on which models are compared
/// @param r2InTonnes of R² in tonnes
/// @param mae of the mean absolute error in tonnes
/// @param total of the predicted means added up, by what was measured; empty if the model tells no means
public record ScoreIntervals(
    Optional<Interval> r2, Optional<Interval> r2InTonnes, Optional<Interval> mae, Optional<Interval> total) {

  /// Those of some rows.
  public static ScoreIntervals of(ScoredRows rows) {
    Bootstrap draws = Bootstrap.of(rows);
    DrawnScores scores = new DrawnScores(rows);
    return new ScoreIntervals(draws.of(scores::r2), draws.of(scores::r2InTonnes), draws.of(scores::mae),
        rows.means().flatMap(_ -> draws.of(scores::total)));
  }
}
