// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import com.google.auto.service.AutoService;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.LongRunning;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.learn.Reweighted;
import io.carbonflow.learn.Space;
import io.carbonflow.learn.boost.GradientBoosting;

/// The step `train-xgboost`.
@About("Searches and fits gradient boosted trees")
@LongRunning
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class TrainXgboost extends TrainStep {
  private static final Space SPACE = Space.of(
      new Space.Real("learning_rate", 0.02, 0.1, true, 3),
      new Space.Whole("max_depth", 2, 7, false, 3),
      new Space.Real("min_child_weight", 1, 30, true, 3),
      new Space.Real("subsample", 0.5, 1, false, 2),
      new Space.Real("colsample_bytree", 0.3, 1, false, 2),
      new Space.Real("lambda", 0.1, 10, true, 2),
      new Space.Real("alpha", 1e-3, 1, true, 2),
      new Space.Real("gamma", 1e-3, 0.3, true, 2));

  /// Registers the estimator.
  public TrainXgboost() {
    super(new Reweighted(new GradientBoosting(), OddRows::weights), SPACE,
        "XGBoost", "XGBoost", "XGBoost model");
  }
}
