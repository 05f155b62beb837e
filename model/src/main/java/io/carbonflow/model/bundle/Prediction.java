// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import io.carbonflow.model.feature.RowKey;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.transform.Outside;
import java.util.List;
import java.util.Optional;

/// The predicted emissions of a building in a year.
///
/// @param key the building and the year
/// @param tonnes emissions in tonnes of CO2 equivalent
/// @param interval where the emissions lie; empty where the bundle holds nothing to tell it from
/// @param outside by what the row lies outside of what the model was trained on; empty where it
///     does not. Nobody knows how often the interval of such a row is right
/// @param method how the prediction was made
public record Prediction(RowKey key, double tonnes, Optional<Interval> interval,
    List<Outside> outside, Method method) {

  /// Copies the list.
  public Prediction {
    outside = List.copyOf(outside);
  }

  /// A prediction by the model.
  public Prediction(
      RowKey key, double tonnes, Optional<Interval> interval, List<Outside> outside) {
    this(key, tonnes, interval, outside, Method.MODEL);
  }
}
