// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import io.carbonflow.model.feature.FeatureSet;
import java.util.Locale;

/// How a prediction was made.
public enum Method {
  /// By the model, from what is known of the building's year.
  MODEL,
  /// By the model, plus what the building was above it in its last year.
  LAST_YEAR_RESIDUAL,
  /// What was measured of the building in its last year.
  LAST_YEAR_TONNES;

  /// How a building is predicted of which last year is known.
  ///
  /// @param features what the model knows of a building
  public static Method ofLastYear(FeatureSet features) {
    return switch (features) {
      case METERED -> LAST_YEAR_RESIDUAL;
      case UNMETERED -> LAST_YEAR_TONNES;
    };
  }

  /// The name as files have it: `last_year_residual`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
