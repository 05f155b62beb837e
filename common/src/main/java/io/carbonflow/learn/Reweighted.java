// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.model.regressor.Regressor;

/// An estimator that is fitted to rows of other weights than they are scored with: what is far from its
/// kind may count less when a model is fitted, but is as much of a building as any when it is judged.
///
/// @param estimator what is fitted
/// @param factors by what the weight of each row of a data set is multiplied, positive, from the whole
///     data set
public record Reweighted(Estimator estimator, Function<Dataset, double[]> factors) implements Estimator {

  @Override
  public String name() {
    return estimator.name();
  }

  @Override
  public boolean accepts(Regressor model) {
    return estimator.accepts(model);
  }

  @Override
  public Fitting prepare(Dataset train) {
    Estimator.requireFinite(train);
    double[] by = factors.apply(train);
    return estimator.prepare(train.withWeights(IntStream.range(0, train.rows())
        .mapToDouble(row -> train.weights()[row] * by[row]).toArray()));
  }

  @Override
  public Hyperparameters cheaper(Hyperparameters chosen) {
    return estimator.cheaper(chosen);
  }

  @Override
  public double bytes(int rows, int folds, int threads) {
    return estimator.bytes(rows, folds, threads);
  }

  @Override
  public OptionalInt landmarks(int rows) {
    return estimator.landmarks(rows);
  }
}
