package io.carbonflow.components.evaluate;

import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.learn.Hyperparameters;
import java.util.List;

/// Which model a comparison chose.
///
/// @param best its name, that of an estimator or `ensemble`
/// @param members the estimators it is fitted from, one unless it is the ensemble
public record ChosenModel(String best, List<Member> members) {

  /// An estimator with what decides its fit.
  ///
  /// @param seed the seed of the fit to all training rows
  public record Member(String estimator, Hyperparameters hyperparameters, long seed) {
    /// Checks that there is such an estimator.
    ///
    /// @throws IllegalArgumentException if there is none
    public Member {
      EstimatorName.of(estimator);
    }
  }

  /// Copies the list and checks that the best model is made of it.
  ///
  /// @throws IllegalArgumentException if it is not
  public ChosenModel {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a choice of no model");
    }
    List<String> names = members.stream().map(Member::estimator).toList();
    if (!best.equals(Scoring.ENSEMBLE) && !names.equals(List.of(best))) {
      throw new IllegalArgumentException("the best model is " + best + ", made of " + names);
    }
  }

  /// The choice of one model by name.
  static ChosenModel of(String best, List<Trained> models) {
    return new ChosenModel(best, models.stream()
        .filter(trained -> best.equals(Scoring.ENSEMBLE)
            || best.equals(trained.search().plan().estimator()))
        .map(trained -> new Member(
            trained.search().plan().estimator(),
            trained.search().best().hyperparameters(),
            trained.search().plan().finalSeed()))
        .toList());
  }
}
