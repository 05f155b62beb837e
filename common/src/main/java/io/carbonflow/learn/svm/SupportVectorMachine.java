// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn.svm;

import module java.base;
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
///
/// Up to [#EXACT_ROWS] training rows a machine is solved exactly, on the kernels of all pairs of rows. Beyond, it is
/// approximated by [landmarks][#landmarks]. The number of training rows alone decides, so a result is the same on every
/// machine.
public final class SupportVectorMachine implements Estimator {
  /// To how many training rows machines are exact.
  public static final int EXACT_ROWS = 8000;

  /// How many landmarks a machine of more rows has at most; a trial half as many.
  public static final int LANDMARKS = 1024;

  private final int exactRows;
  private final int landmarks;

  /// As models are trained.
  public SupportVectorMachine() {
    this(EXACT_ROWS, LANDMARKS);
  }

  /// As it is compared.
  ///
  /// @param exactRows to how many training rows machines are exact, at least 0
  /// @param landmarks how many landmarks a machine of more rows has at most, positive
  public SupportVectorMachine(int exactRows, int landmarks) {
    if (exactRows < 0 || landmarks <= 0) {
      throw new IllegalArgumentException(exactRows + " rows, " + landmarks + " landmarks");
    }
    this.exactRows = exactRows;
    this.landmarks = landmarks;
  }

  @Override
  public String name() {
    return "svm";
  }

  @Override
  public boolean accepts(Regressor model) {
    return model instanceof SupportVectors;
  }

  @Override
  public OptionalInt landmarks(int rows) {
    return rows <= exactRows ? OptionalInt.empty() : OptionalInt.of(landmarks);
  }

  @Override
  public Fitting prepare(Dataset train) {
    Estimator.requireFinite(train);
    return train.rows() <= exactRows
        ? new SupportVectorFitting(train, new GramMatrix(train.values()), new SharedRows())
        : new LandmarkFitting(train, landmarks, new SharedRows());
  }

  /// Of exact machines the products of all rows with each other, half a square of doubles, and for each fit the kernels
  /// of its rows, a square of floats. Of others for each fit the features of its rows, floats, and while landmarks are
  /// chosen those of the candidates, doubles. The final fit is to all rows, and alone.
  @Override
  public double bytes(int rows, int folds, int threads) {
    double part = (folds - 1.0) / folds;
    if (rows <= exactRows) {
      double square = (double) rows * rows;
      return Double.BYTES * square / 2 + Float.BYTES * square * Math.max(1, threads * part * part);
    }
    return Math.max(
        bytes(rows, landmarks), threads * bytes(rows * part, LandmarkFitting.ofTrial(landmarks)));
  }

  private static double bytes(double rows, double landmarks) {
    return landmarks
        * (Float.BYTES * rows + Double.BYTES * Math.min(rows, Landmarks.CANDIDATES * landmarks));
  }
}
