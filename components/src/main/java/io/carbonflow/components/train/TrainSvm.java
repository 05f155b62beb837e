// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import module java.base;
import com.google.auto.service.AutoService;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.LongRunning;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.learn.Space;
import io.carbonflow.learn.svm.SupportVectorMachine;

/// The step `train-svm`.
@About("Searches and fits support vector regressions with linear, RBF, polynomial and sigmoid kernels")
@LongRunning
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class TrainSvm extends TrainStep {
  /// Features are standardized; each kernel has its own ranges.
  private static final Space SPACE = Space.of(
      new Space.Choice(
          "kernel", List.of("rbf", "poly", "sigmoid", "linear"), List.of(0.6, 0.15, 0.15, 0.1)),
      new Space.Real("epsilon", 0.03, 0.8, true, 4),
      only("rbf", new Space.Real("C", 0.3, 20, true, 5)),
      only("rbf", new Space.Real("gamma", 5e-4, 1e-2, true, 4)),
      only("poly", new Space.Real("C", 0.03, 3, true, 3)),
      only("poly", new Space.Real("gamma", 1e-3, 1e-2, true, 3)),
      only("poly", new Space.Real("coef0", 0.5, 2, false, 2)),
      only("poly", new Space.Whole("degree", 2, 3, false, 2)),
      only("sigmoid", new Space.Real("C", 0.5, 50, true, 3)),
      only("sigmoid", new Space.Real("gamma", 1e-4, 3e-3, true, 3)),
      only("sigmoid", new Space.Real("coef0", -1, 0, false, 2)),
      only("linear", new Space.Real("C", 1e-3, 0.3, true, 4)));

  /// Registers the estimator.
  public TrainSvm() {
    super(new SupportVectorMachine(), SPACE, "SVM", "the SVM", "SVM");
  }

  private static Space.Dimension only(String kernel, Space.Dimension dimension) {
    return new Space.OnlyIf("kernel", List.of(kernel), dimension);
  }
}
