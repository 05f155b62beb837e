package io.carbonflow.components.train;

import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.learn.Seeds;
import io.carbonflow.learn.boost.GradientBoosting;
import io.carbonflow.learn.forest.RandomForest;
import io.carbonflow.learn.svm.SupportVectorMachine;
import io.carbonflow.feature.Matrix;
import io.carbonflow.regressor.Regressor;
import java.util.List;
import java.util.stream.IntStream;

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

  /// Fits an estimator to all rows of a matrix for keeps. The train steps and `train-best` fit the
  /// same model from the same choice.
  ///
  /// @param seed the run's seed
  public static Regressor fit(
      Estimator estimator, Hyperparameters chosen, Matrix train, long seed) {
    return estimator.on(train).fit(chosen, IntStream.range(0, train.rows()).toArray(),
        Seeds.of(seed, estimator.name(), "final"));
  }
}
