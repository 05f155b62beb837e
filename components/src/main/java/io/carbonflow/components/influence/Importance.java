// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.influence;

import module java.base;
import io.carbonflow.model.building.FeatureGroup;
import io.carbonflow.model.explain.Contribution;
import io.carbonflow.model.explain.Explanation;

/// How much a feature changes predictions.
///
/// @param feature the feature
/// @param amount the mean over some rows of how far it moves the logarithm of the prediction, up or
///     down
public record Importance(FeatureGroup feature, double amount) {

  /// The factor by which it changes a prediction on average, up or down; at least 1.
  public double factor() {
    return Math.exp(amount);
  }

  /// The importance of each feature, the largest first.
  public static List<Importance> of(List<Explanation> explanations) {
    Map<FeatureGroup, Double> means = explanations.stream()
        .flatMap(explanation -> explanation.contributions().stream())
        .collect(Collectors.groupingBy(Contribution::feature,
            Collectors.averagingDouble(contribution -> Math.abs(contribution.amount()))));
    return means.entrySet().stream()
        .map(entry -> new Importance(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble((Importance one) -> -one.amount())
            .thenComparing(Importance::feature))
        .toList();
  }
}
