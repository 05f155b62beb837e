package io.carbonflow.learn.boost;

import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Space;
import io.carbonflow.model.feature.Matrix;
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

  @Override
  public String title() {
    return "XGBoost";
  }

  /// A sum of trees, not the mean of them.
  @Override
  public boolean accepts(Regressor model) {
    return model instanceof Trees trees && !trees.isMean();
  }

  @Override
  public Space space() {
    return Space.of(
        new Space.Real("learning_rate", 0.02, 0.1, true, 3),
        new Space.Whole("max_depth", 2, 7, false, 3),
        new Space.Real("min_child_weight", 1, 30, true, 3),
        new Space.Real("subsample", 0.5, 1, false, 2),
        new Space.Real("colsample_bytree", 0.3, 1, false, 2),
        new Space.Real("lambda", 0.1, 10, true, 2),
        new Space.Real("alpha", 1e-3, 1, true, 2),
        new Space.Real("gamma", 1e-3, 0.3, true, 2));
  }

  @Override
  public Fitting prepare(Matrix train) {
    Estimator.requireFinite(train);
    return new BoostingFitting(train);
  }
}
