// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import io.carbonflow.kfp.step.ParameterType;
import io.carbonflow.kfp.step.PerConstant;
import io.carbonflow.learn.Estimator;

/// The estimators that are trained and compared, in the order that tasks and reports have. In lower
/// case a constant's name is the estimator's.
public enum EstimatorName implements PerConstant.Words {
  /// Support vector regression.
  SVM(new TrainSvm()),
  /// Random forests.
  RANDOM_FOREST(new TrainRandomForest()),
  /// Gradient boosted trees.
  XGBOOST(new TrainXgboost());

  private final TrainStep step;

  EstimatorName(TrainStep step) {
    this.step = step;
  }

  /// The step that searches and fits it on one machine.
  public TrainStep step() {
    return step;
  }

  /// The estimator of this name.
  public Estimator estimator() {
    return step.estimator();
  }

  @Override
  public List<String> words() {
    return step.words();
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
