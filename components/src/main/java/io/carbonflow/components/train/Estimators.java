package io.carbonflow.components.train;

import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.boost.GradientBoosting;
import io.carbonflow.learn.forest.RandomForest;
import io.carbonflow.learn.svm.SupportVectorMachine;
import java.util.List;

/// The estimators that can be trained.
public final class Estimators {
  private static final List<Estimator> ALL =
      List.of(new SupportVectorMachine(), new RandomForest(), new GradientBoosting());

  private Estimators() {}

  /// The estimator of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Estimator named(String name) {
    return ALL.stream().filter(estimator -> estimator.name().equals(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no estimator " + name));
  }
}
