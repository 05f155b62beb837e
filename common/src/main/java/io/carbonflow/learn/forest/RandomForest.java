// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.forest;

import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Estimator;
import io.carbonflow.learn.Hyperparameters;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.Trees;

/// Random forest regression (Breiman 2001, doi:10.1023/A:1010933404324).
///
/// | hyperparameter | meaning |
/// | --- | --- |
/// | `mtry` | the share of the columns that a node looks at, in (0, 1], but never all: with 1 it is all but one |
/// | `max_depth` | the most splits on a way from the root; 60 where it is absent |
/// | `max_nodes` | the most leaves of a tree; as many as there are rows where it is absent |
/// | `node_size` | the least samples in a leaf; 1 where it is absent |
/// | `subsample` | how many rows a tree draws, with replacement, as a share of all; 1 where absent |
/// | `trees` | how many trees a final fit has; 300 where it is absent |
/// | `search_trees` | how many trees at most a trial has; 30 where it is absent |
///
/// More trees are never worse except for their cost, so their number is not searched for; fewer of
/// them rank choices nearly as well.
public final class RandomForest implements Estimator {
  private static final int CHEAPER = 100;

  @Override
  public String name() {
    return "random_forest";
  }

  /// The mean of trees.
  @Override
  public boolean accepts(Regressor model) {
    return model instanceof Trees trees && trees.isMean();
  }

  /// Of [#CHEAPER] trees.
  @Override
  public Hyperparameters cheaper(Hyperparameters chosen) {
    return chosen.with("trees", (long) Math.min(chosen.integer("trees", CHEAPER), CHEAPER));
  }

  @Override
  public Fitting prepare(Dataset train) {
    Estimator.requireFinite(train);
    return new ForestFitting(train, Columns.of(train));
  }
}
