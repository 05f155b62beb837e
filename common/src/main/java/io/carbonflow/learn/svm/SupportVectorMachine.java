// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import io.carbonflow.learn.Dataset;
import io.carbonflow.learn.Estimator;
import io.carbonflow.model.regressor.Regressor;
import io.carbonflow.model.regressor.SupportVectors;

/// Epsilon support vector regression with the kernels and the hyperparameters of libsvm.
///
/// | hyperparameter | meaning |
/// | --- | --- |
/// | `kernel` | `linear`, `rbf`, `poly`, `sigmoid` |
/// | `C` | the weight of errors against smoothness, positive; times the row's own weight |
/// | `epsilon` | half the width of the tube without loss, not negative |
/// | `gamma` | of all kernels but `linear` |
/// | `coef0` | of `poly` and `sigmoid` |
/// | `degree` | of `poly` |
/// | `tolerance` | how much the optimality conditions may be violated; 0.001 where it is absent |
public final class SupportVectorMachine implements Estimator {

  @Override
  public String name() {
    return "svm";
  }

  @Override
  public boolean accepts(Regressor model) {
    return model instanceof SupportVectors;
  }

  @Override
  public Fitting prepare(Dataset train) {
    Estimator.requireFinite(train);
    return new SupportVectorFitting(train, new GramMatrix(train.values()));
  }

  /// The products of all rows with each other, half a square of doubles, and for each fit the kernels of its rows, a
  /// square of floats. The fit for keeps is to all rows, and alone.
  @Override
  public double bytes(int rows, int folds, int threads) {
    double square = (double) rows * rows;
    double part = (folds - 1.0) / folds;
    return Double.BYTES * square / 2 + Float.BYTES * square * Math.max(1, threads * part * part);
  }
}
