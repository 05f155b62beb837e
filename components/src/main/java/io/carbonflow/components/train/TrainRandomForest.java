// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.train;

import com.google.auto.service.AutoService;
import io.carbonflow.kfp.step.About;
import io.carbonflow.kfp.step.LongRunning;
import io.carbonflow.kfp.step.Step;
import io.carbonflow.learn.Reweighted;
import io.carbonflow.learn.Space;
import io.carbonflow.learn.forest.RandomForest;

/// The step `train-random-forest`.
@About("Searches and fits random forests")
@LongRunning
@AutoService(Step.class)
@SuppressWarnings("rawtypes") // a service is found by its class, which has no type arguments
public final class TrainRandomForest extends TrainStep {
  private static final Space SPACE = Space.of(
      new Space.Real("mtry", 0.1, 0.8, false, 4),
      new Space.Whole("max_depth", 8, 30, true, 3),
      new Space.Whole("node_size", 1, 6, false, 3),
      new Space.Real("subsample", 0.4, 1, false, 3),
      new Space.Whole("max_nodes", 64, 2000, true, 3));

  /// Registers the estimator.
  public TrainRandomForest() {
    super(new Reweighted(new RandomForest(), OddRows::weights), SPACE,
        "Random forest", "the random forest", "random forest");
  }
}
