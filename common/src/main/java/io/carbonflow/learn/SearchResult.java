package io.carbonflow.learn;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.learn.Search.Finished;
import java.util.Comparator;
import java.util.List;

/// A finished search.
///
/// @param estimator the estimator's name
/// @param plan what was asked for
/// @param trials all trials by number
/// @param best the number of the best trial by mean R² over all folds; the lower of equals
/// @param outOfFold for each training row the label that the best trial predicted without having
///     seen the row's building
public record SearchResult(
    String estimator, SearchPlan plan, List<Trial> trials, int best, double[] outOfFold) {

  /// Copies the list.
  public SearchResult {
    trials = List.copyOf(trials);
  }

  /// Puts trials together.
  ///
  /// @throws Problem if none is complete
  static SearchResult of(String estimator, SearchPlan plan, List<Finished> finished) {
    List<Trial> trials = finished.stream().map(Finished::trial)
        .sorted(Comparator.comparingInt(Trial::number)).toList();
    Finished best = finished.stream()
        .filter(f -> f.trial().state() == Trial.State.COMPLETE)
        .max(Comparator.comparingDouble((Finished f) -> f.trial().r2().mean())
            .thenComparingInt(f -> -f.trial().number()))
        .orElseThrow(() -> new Problem(Place.of("search of " + estimator),
            "all " + trials.size() + " trials failed, the first because of: "
                + trials.getFirst().reason(),
            "look at the training rows"));
    return new SearchResult(estimator, plan, trials, best.trial().number(), best.outOfFold());
  }

  /// The best trial.
  public Trial bestTrial() {
    return trials.stream().filter(trial -> trial.number() == best).findFirst().orElseThrow();
  }
}
