package io.carbonflow.components.evaluate;

import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.feature.Matrix;
import io.carbonflow.feature.Scale;
import io.carbonflow.interval.Intervals;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.Bundle;
import io.carbonflow.model.Provenance;
import io.carbonflow.model.TrainingRows;
import io.carbonflow.regressor.Mean;
import io.carbonflow.regressor.Regressor;
import io.carbonflow.transform.Transformer;
import java.util.List;
import java.util.Optional;

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

  /// The bundle of this model.
  ///
  /// @param fitted the members, fitted to all training rows
  /// @param train these rows
  /// @param transformer what they were prepared with
  /// @param intervals how far its predictions may be off; empty if nothing tells
  /// @param provenance what it came from
  public Bundle bundle(List<Regressor> fitted, Matrix train, Transformer transformer,
      Optional<Intervals> intervals, Provenance provenance) {
    return new Bundle(
        best,
        members.stream()
            .map(m -> new io.carbonflow.model.Member(m.estimator(), m.hyperparameters().values()))
            .toList(),
        transformer,
        Scale.of(train),
        fitted.size() == 1 ? fitted.getFirst() : new Mean(fitted),
        intervals,
        TrainingRows.of(train),
        provenance);
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
