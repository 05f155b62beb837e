// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.publish;

import module java.base;
import io.carbonflow.kfp.step.NamedNumbers;
import io.carbonflow.kfp.step.Text;
import io.carbonflow.model.feature.FeatureSet;

/// What a new model has to reach to be published, as `floor=0.8,margin=0.01`. A margin that is left
/// out is as in [#DEFAULT], a floor above what a model reaches that knows nothing but the mean.
///
/// @param text what was given
public record PromotionGate(String text) implements Text {
  /// The gate where none is given; docs/design/published-models.md says what it was chosen by.
  public static final String DEFAULT = "margin=0.005";

  private static final String FLOOR = "floor";
  private static final String MARGIN = "margin";

  /// Refuses what is not a gate.
  ///
  /// @throws IllegalArgumentException if a part is not `floor=NUMBER` or `margin=NUMBER` with a
  ///     number from -1 to 1, or is there twice
  public PromotionGate {
    parts(text);
  }

  /// The least R² on the held-out rows, on the Box-Cox scale.
  ///
  /// @param features what the model knows of a building
  public double floor(FeatureSet features) {
    return parts(text).getOrDefault(FLOOR, switch (features) {
      case METERED -> 0.75;
      case UNMETERED -> 0.4;
    });
  }

  /// By how much R² has to be above that of the published model, on the same rows.
  public double margin() {
    return parts(text).getOrDefault(MARGIN, parts(DEFAULT).get(MARGIN));
  }

  /// Whether a new model is better by enough.
  ///
  /// @param difference its R² less that of the published model, as measured on the same rows
  public boolean lets(double difference) {
    return difference > margin();
  }

  private static Map<String, Double> parts(String text) {
    return NamedNumbers.parse(
        text, "a gate such as floor=0.8,margin=0.01", List.of(FLOOR, MARGIN), -1, 1);
  }
}
