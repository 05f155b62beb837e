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

  /// The equal-weight mean of attributions of one row by several models. Errors of different models
  /// are independent.
  static Attribution mean(List<Attribution> models) {
    int players = models.getFirst().amounts.length;
    double base = 0;
    double[] amounts = new double[players];
    double[] variances = new double[players];
    for (Attribution model : models) {
      base += model.base;
      for (int p = 0; p < players; p++) {
        amounts[p] += model.amounts[p];
        variances[p] += model.errors[p] * model.errors[p];
      }
    }
    double[] errors = new double[players];
    for (int p = 0; p < players; p++) {
      amounts[p] /= models.size();
      errors[p] = Math.sqrt(variances[p]) / models.size();
    }
    return new Attribution(base / models.size(), amounts, errors);
  }
}
