// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;

/// What the runs of one trial on several folds come to.
///
/// @param trial the trial with the stage that did best
/// @param labels for each fold the predicted labels of its scored rows at that stage; none if the
///     trial failed
record TrialOutcome(Trial trial, List<double[]> labels) {

  /// Judges a trial: one failed run fails it, and its number of trees is the one with the highest
  /// mean R² over the folds, of equal ones the fewest.
  ///
  /// @param point the trial's hyperparameters without the number of trees
  /// @param runs one for each of the first folds, in order
  /// @param state the trial's state unless a run failed
  static TrialOutcome of(int number, Hyperparameters point, List<FoldResult> runs, Trial.State state) {
    for (FoldResult run : runs) {
      if (run instanceof FoldResult.Failed(String reason)) {
        return new TrialOutcome(Trial.failed(number, point, reason), List.of());
      }
    }
    List<FoldResult.Scored> scored = runs.stream().map(FoldResult.Scored.class::cast).toList();
    Estimator.StagedPredictions first = scored.getFirst().staged();
    check(first, point, scored);
    int stage = best(scored);
    Hyperparameters complete = first.parameter().isEmpty()
        ? point
        : point.with(first.parameter(), first.sizes()[stage]);
    List<Double> scores = scored.stream().map(run -> run.r2()[stage]).toList();
    return new TrialOutcome(
        new Trial(number, state, "", complete, scores),
        scored.stream().map(run -> run.staged().labels()[stage]).toList());
  }

  /// A trial with one more score, of the stage that its others are of.
  ///
  /// @param run on the fold that comes next
  static Trial and(Trial trial, FoldResult run) {
    return switch (run) {
      case FoldResult.Failed(String reason) -> Trial.failed(trial.number(), trial.hyperparameters(), reason);
      case FoldResult.Scored(Estimator.StagedPredictions staged, double[] r2) -> {
        List<Double> scores = new ArrayList<>(trial.foldScores());
        scores.add(r2[stage(trial, staged)]);
        yield new Trial(trial.number(), trial.state(), "", trial.hyperparameters(), scores);
      }
    };
  }

  private static int stage(Trial trial, Estimator.StagedPredictions staged) {
    if (staged.parameter().isEmpty()) {
      return 0;
    }
    int stage = Arrays.binarySearch(staged.sizes(), trial.hyperparameters().integer(staged.parameter()));
    if (stage < 0) {
      throw new IllegalStateException("stages differ from fold to fold");
    }
    return stage;
  }

  private static int best(List<FoldResult.Scored> scored) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int stage = 0; stage < scored.getFirst().r2().length; stage++) {
      double sum = 0;
      for (FoldResult.Scored run : scored) {
        sum += run.r2()[stage];
      }
      if (sum > highest) {
        highest = sum;
        best = stage;
      }
    }
    return best;
  }

  private static void check(
      Estimator.StagedPredictions first, Hyperparameters point, List<FoldResult.Scored> scored) {
    if (point.has(first.parameter())) {
      throw new IllegalStateException(
          "stages set " + first.parameter() + ", which the search space has chosen");
    }
    for (FoldResult.Scored run : scored) {
      if (!Arrays.equals(first.sizes(), run.staged().sizes())) {
        throw new IllegalStateException("stages differ from fold to fold");
      }
    }
  }
}
