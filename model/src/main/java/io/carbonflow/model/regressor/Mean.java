// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import java.util.Collections;
import java.util.List;

/// The mean of several models, of which some may count more than others.
///
/// @param members at least one, none of them a mean
/// @param weights how much each counts beside the others, positive
public record Mean(List<Regressor> members, List<Double> weights) implements Regressor {

  /// Copies the lists and checks them.
  ///
  /// @throws IllegalArgumentException if there is no member, one is a mean, or the weights are not one
  ///     positive number for each
  public Mean {
    members = List.copyOf(members);
    weights = List.copyOf(weights);
    if (weights.size() != members.size()
        || !weights.stream().allMatch(weight -> weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("weights of " + members.size() + " models: " + weights);
    }
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a mean of no models");
    }
    if (members.stream().anyMatch(Mean.class::isInstance)) {
      throw new IllegalArgumentException("a mean of means");
    }
  }

  /// The mean of models that count the same.
  ///
  /// @throws IllegalArgumentException if there is no member, or one is a mean
  public Mean(List<Regressor> members) {
    this(members, Collections.nCopies(members.size(), 1.0));
  }

  /// Whether all members count the same.
  public boolean isPlain() {
    return weights.stream().allMatch(weight -> weight == 1);
  }

  @Override
  public double predict(double[] row) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < members.size(); i++) {
      sum += weights.get(i) * members.get(i).predict(row);
      all += weights.get(i);
    }
    return sum / all;
  }

  @Override
  public double[] predict(double[][] rows) {
    double[] sums = new double[rows.length];
    double all = 0;
    for (int m = 0; m < members.size(); m++) {
      double weight = weights.get(m);
      double[] predicted = members.get(m).predict(rows);
      for (int i = 0; i < rows.length; i++) {
        sums[i] += weight * predicted[i];
      }
      all += weight;
    }
    for (int i = 0; i < rows.length; i++) {
      sums[i] /= all;
    }
    return sums;
  }

  @Override
  public int width() {
    return members.stream().mapToInt(Regressor::width).max().orElseThrow();
  }
}
