package io.carbonflow.learn;

import java.util.List;

/// Some trials of a search after the first fold: all of them, or what one machine did.
///
/// @param plan the search
/// @param trials each halted with its score on the first fold, or failed
public record Screening(SearchPlan plan, List<Trial> trials) {

  /// Copies the trials and checks that none has more than one score.
  ///
  /// @throws IllegalArgumentException if one has
  public Screening {
    trials = List.copyOf(trials);
    for (Trial trial : trials) {
      if (trial.foldScores().size() > 1) {
        throw new IllegalArgumentException("trial " + trial.number() + " has more than one score");
      }
    }
  }
}
