package io.carbonflow.learn.forest;

import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Space;
import io.carbonflow.model.feature.Matrix;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.Trees;

/// Random forest regression (Breiman 2001, doi:10.1023/A:1010933404324), grown with Smile.
///
/// | hyperparameter | meaning |
/// | --- | --- |
/// | `mtry` | the share of the columns that a node looks at, in (0, 1] |
/// | `max_depth` | the most splits on a way from the root; 60 where it is absent |
/// | `max_nodes` | the most leaves of a tree; as many as there are rows where it is absent |
/// | `node_size` | the least samples in a leaf; 1 where it is absent |
/// | `subsample` | how many rows a tree draws, with replacement, as a share of all; 1 where absent |
/// | `trees` | how many trees a fit for keeps has; 300 where it is absent |
/// | `search_trees` | how many trees at most a trial has; 30 where it is absent |
///
/// More trees are never worse but for their cost, so their number is not searched for; fewer of
/// them rank choices nearly as well.
public final class RandomForest implements Estimator {

  @Override
  public String name() {
    return "random_forest";
  }

  @Override
  public String title() {
    return "Random forest";
  }

  /// The mean of trees.
  @Override
  public boolean accepts(Regressor model) {
    return model instanceof Trees trees && trees.isMean();
  }

  @Override
  public Space space() {
    return Space.of(
        new Space.Real("mtry", 0.1, 0.8, false, 4),
        new Space.Whole("max_depth", 8, 30, true, 3),
        new Space.Whole("node_size", 1, 6, false, 3),
        new Space.Real("subsample", 0.4, 1, false, 3),
        new Space.Whole("max_nodes", 64, 2000, true, 3));
  }

  @Override
  public Fitting prepare(Matrix train) {
    Estimator.requireFinite(train);
    return new ForestFitting(train, Columns.of(train));
  }
}
