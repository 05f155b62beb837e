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
  SVM(new TrainSvm(), 0.4),
  /// Random forests.
  RANDOM_FOREST(new TrainRandomForest(), 0.2),
  /// Gradient boosted trees.
  XGBOOST(new TrainXgboost(), 0.4);

  private final TrainStep step;
  private final double weight;

  /// @param weight how much it counts in the ensemble beside the others, positive; those here were chosen on
  ///     training rows of the splits 20 to 24 (docs/explanation/performance.md)
  EstimatorName(TrainStep step, double weight) {
    this.step = step;
    this.weight = weight;
  }

  /// How much it counts in the ensemble.
  public double weight() {
    return weight;
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
