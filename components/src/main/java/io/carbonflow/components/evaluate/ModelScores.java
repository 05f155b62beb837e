// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.evaluate;

import module java.base;
import io.carbonflow.components.train.EstimatorName;
import io.carbonflow.learn.Scores;
import io.carbonflow.learn.Trial;

/// One model, or the ensemble, with how well it did.
///
/// @param name its name, `svm`, `ensemble`
/// @param foldR2 R² of each fold of the training rows, on the Box-Cox scale
/// @param boxCox the scores on the held-out rows, on the Box-Cox scale
/// @param tonnes the scores on the held-out rows, in tonnes
/// @param trials the cross-validated R² of each trial of its search, NaN for one that was halted or
///     failed; empty for the ensemble
/// @param searched its trials themselves; empty for the ensemble
public record ModelScores(
    String name,
    List<Double> foldR2,
    Scores boxCox,
    Scores tonnes,
    double[] trials,
    List<Trial> searched) {

  /// Copies the lists.
  public ModelScores {
    foldR2 = List.copyOf(foldR2);
    searched = List.copyOf(searched);
  }

  /// One of which the trials' hyperparameters are not known.
  public ModelScores(String name, List<Double> foldR2, Scores boxCox, Scores tonnes, double[] trials) {
    this(name, foldR2, boxCox, tonnes, trials, List.of());
  }

  /// The mean of the folds' R².
  public double cvR2() {
    return foldR2.stream().mapToDouble(r2 -> r2).average().orElseThrow();
  }

  /// The standard deviation of the folds' R², with the number of folds as divisor.
  public double cvSd() {
    double mean = cvR2();
    return Math.sqrt(
        foldR2.stream().mapToDouble(r2 -> (r2 - mean) * (r2 - mean)).average().orElseThrow());
  }

  /// The name as people write it.
  public String title() {
    return EstimatorName.find(name).map(one -> one.step().title()).orElse("Ensemble");
  }
}
