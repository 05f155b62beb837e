// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.learn;

import module java.base;
import io.carbonflow.model.regressor.Regressor;

/// A kind of model that can be fitted: its name, and how it learns.
public interface Estimator {

  /// The name, as it stands in results: `svm`, `random_forest`, `xgboost`.
  String name();

  /// Whether this estimator could have made a model: what is checked of a stored one.
  boolean accepts(Regressor model);

  /// Prepares a data set for many fits. Computes once what all of them share.
  ///
  /// @param train all training rows; labels are known for each
  /// @throws IllegalArgumentException if a feature or a label is not finite
  Fitting prepare(Dataset train);

  /// A choice that is fitted at a third of the cost and predicts nearly the same, as with fewer trees: for questions
  /// besides, of which the model is not kept.
  default Hyperparameters cheaper(Hyperparameters chosen) {
    return chosen;
  }

  /// How many bytes the fits of a search hold at most, beyond a few for each value of a row: what grows faster than
  /// rows do.
  ///
  /// @param rows training rows
  /// @param folds how many parts they are split into; a trial fits to all but one
  /// @param threads how many fits run at a time
  default double bytes(int rows, int folds, int threads) {
    return 0;
  }

  /// How many rows stand for all others where a fit to so many would take too much; empty where fits are exact. It
  /// depends on nothing else.
  ///
  /// @param rows training rows
  default OptionalInt landmarks(int rows) {
    return OptionalInt.empty();
  }

  /// Checks that every feature and every label of a data set is finite; libraries underneath
  /// take others in silence.
  ///
  /// @throws IllegalArgumentException if one is not; its row and column are named
  static void requireFinite(Dataset train) {
    for (int i = 0; i < train.rows(); i++) {
      if (!Double.isFinite(train.labels()[i])) {
        throw new IllegalArgumentException(
            "the label of " + train.rowNames().get(i) + " is " + train.labels()[i]);
      }
      for (int c = 0; c < train.columns().size(); c++) {
        if (!Double.isFinite(train.values()[i][c])) {
          throw new IllegalArgumentException("column " + train.columns().get(c) + " of "
              + train.rowNames().get(i) + " is " + train.values()[i][c]);
        }
      }
    }
  }

  /// Fits of one estimator to parts of one data set. Safe to use from many threads.
  interface Fitting {

    /// Fits on some rows and predicts others while searching: cheaper than [#fit] where the
    /// estimator allows that (fewer trees).
    ///
    /// @param seed decides every random choice of the fit
    StagedPredictions trial(Hyperparameters chosen, int[] fitRows, int[] scoreRows, long seed);

    /// Makes the final fit, to some rows.
    Regressor fit(Hyperparameters chosen, int[] rows, long seed);
  }

  /// Predicted labels of one fit at growing sizes of the model, so that one fit serves every number
  /// of trees. An estimator without such a size has one stage, and its parameter is empty.
  ///
  /// @param parameter the hyperparameter that a stage sets, such as `rounds`; empty if none
  /// @param sizes the value of that hyperparameter for each stage, growing; the same for every fit
  ///     of one choice of hyperparameters
  /// @param labels for each stage the predicted label of each scored row
  record StagedPredictions(String parameter, long[] sizes, double[][] labels) {}
}
