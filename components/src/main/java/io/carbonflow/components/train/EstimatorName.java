package io.carbonflow.components.train;

import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.boost.GradientBoosting;
import io.carbonflow.learn.forest.RandomForest;
import io.carbonflow.learn.svm.SupportVectorMachine;
import java.util.Arrays;
import java.util.Optional;

/// The estimators that can be trained. In lower case a constant's name is the estimator's.
public enum EstimatorName {
  /// Support vector regression, of the step [TrainSvm].
  SVM(new SupportVectorMachine(), new TrainSvm()),
  /// Of the step [TrainRandomForest].
  RANDOM_FOREST(new RandomForest(), new TrainRandomForest()),
  /// Gradient boosted trees, of the step [TrainXgboost].
  XGBOOST(new GradientBoosting(), new TrainXgboost());

  private final Estimator estimator;
  private final Step<SearchInputs, SearchOutputs> step;

  EstimatorName(Estimator estimator, Step<SearchInputs, SearchOutputs> step) {
    this.estimator = estimator;
    this.step = step;
  }

  /// The estimator of this name.
  public Estimator estimator() {
    return estimator;
  }

  /// The step that searches and fits it on one machine.
  public Step<SearchInputs, SearchOutputs> step() {
    return step;
  }

  /// The constant for an estimator's own name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static EstimatorName of(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("there is no estimator " + name));
  }

  /// The constant for an estimator's own name, if there is one.
  public static Optional<EstimatorName> find(String name) {
    return Arrays.stream(values()).filter(one -> ParameterType.format(one).equals(name))
        .findFirst();
  }
}
