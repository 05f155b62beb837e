// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import io.carbonflow.model.feature.FeatureSet;

/// What rows are for, which decides what must be known of them.
public enum Purpose {
  /// To learn from and to be scored on: emissions and metered energy must be known.
  TRAINING,
  /// To be predicted by a model that knows the meters: the energy of each fuel must be known.
  METERED_PREDICTION,
  /// To be predicted without meters: no energy and no emissions need be known.
  UNMETERED_PREDICTION;

  /// The purpose of rows that a model with this knowledge predicts.
  public static Purpose prediction(FeatureSet features) {
    return switch (features) {
      case METERED -> METERED_PREDICTION;
      case UNMETERED -> UNMETERED_PREDICTION;
    };
  }

  /// Whether the energy of each fuel must be known.
  boolean needsMeters() {
    return this != UNMETERED_PREDICTION;
  }
}
