// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.boost;

import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.Trees;

/// Gradient boosted trees for squared error, by XGBoost (Chen and Guestrin 2016,
/// doi:10.1145/2939672.2939785).
///
/// The hyperparameters are `rounds`, the number of trees, and those of [BoosterOptions], which have
/// XGBoost's names. A trial fits `rounds` trees and predicts after every [BoostingFitting#STAGE] of
/// them; where `rounds` is absent, as many as the learning rate and the depth make worthwhile, at
/// most 600.
public final class GradientBoosting implements Estimator {

  @Override
  public String name() {
    return "xgboost";
  }

  /// A sum of trees, not the mean of them.
  @Override
  public boolean accepts(Regressor model) {
    return model instanceof Trees trees && !trees.isMean();
  }

  /// Of one booster.
  @Override
  public Hyperparameters cheaper(Hyperparameters chosen) {
    return chosen.with(BoosterOptions.BOOSTERS, 1L);
  }

  @Override
  public Fitting prepare(Dataset train) {
    Estimator.requireFinite(train);
    return new BoostingFitting(train, new NativeRows(train));
  }

  /// Loads XGBoost's library, so that one that cannot be loaded is found before anything is computed.
  ///
  /// @throws io.carbonflow.base.fault.Problem if it cannot be; it names what is missing
  public static void requireLibrary() {
    NativeXgboost.load();
  }
}
