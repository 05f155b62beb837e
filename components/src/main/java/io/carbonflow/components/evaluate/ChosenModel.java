package io.carbonflow.components.evaluate;

import io.carbonflow.learn.Hyperparameters;
import java.util.List;

/// Which model a comparison chose.
///
/// @param best its name, that of an estimator or `ensemble`
/// @param members the estimators it is fitted from, one unless it is the ensemble
public record ChosenModel(String best, List<Member> members) {

  /// An estimator with its hyperparameters.
  public record Member(String estimator, Hyperparameters hyperparameters) {}

  /// Copies the list and checks that it is not empty.
  public ChosenModel {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a choice of no model");
    }
  }

  /// The choice of one model by name.
  static ChosenModel of(String best, List<Trained> models) {
    return new ChosenModel(best, models.stream()
        .filter(trained -> best.equals(Scoring.ENSEMBLE)
            || best.equals(trained.search().estimator()))
        .map(trained -> new Member(
            trained.search().estimator(), trained.search().bestTrial().chosen()))
        .toList());
  }
}
