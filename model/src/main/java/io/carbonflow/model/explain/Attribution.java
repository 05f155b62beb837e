// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.explain;

import java.util.List;

/// A prediction as a sum: what is predicted while nothing is known of a row, and what each player
/// adds. A player is a set of columns that become known together.
///
/// @param base the prediction while nothing is known
/// @param amounts what each player adds; with the base they add up to the prediction
/// @param errors the standard error of each amount; 0 where it is exact
public record Attribution(double base, double[] amounts, double[] errors) {

  /// The mean of attributions of one row by several models. Errors of different models are independent.
  ///
  /// @param weights how much each model counts
  static Attribution mean(List<Attribution> models, List<Double> weights) {
    int players = models.getFirst().amounts.length;
    double base = 0;
    double all = 0;
    double[] amounts = new double[players];
    double[] variances = new double[players];
    for (int m = 0; m < models.size(); m++) {
      Attribution model = models.get(m);
      double weight = weights.get(m);
      all += weight;
      base += weight * model.base;
      for (int p = 0; p < players; p++) {
        amounts[p] += weight * model.amounts[p];
        variances[p] += weight * model.errors[p] * weight * model.errors[p];
      }
    }
    double[] errors = new double[players];
    for (int p = 0; p < players; p++) {
      amounts[p] /= all;
      errors[p] = Math.sqrt(variances[p]) / all;
    }
    return new Attribution(base / all, amounts, errors);
  }
}
