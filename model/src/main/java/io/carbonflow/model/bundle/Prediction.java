// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.bundle;

import io.carbonflow.model.feature.RowKey;
import io.carbonflow.model.interval.Interval;
import io.carbonflow.model.transform.Outside;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The predicted emissions of a building in a year.
///
/// @param key the building and the year
/// @param tonnes the median of its emissions in tonnes of CO2 equivalent: as many buildings like this
///     one emit more as emit less. It is for one building, and for ranking
/// @param interval where the emissions lie; empty where the bundle holds nothing to tell it from
/// @param outside how the row is outside of what the model was trained on; empty where it
///     does not, and where it is the data's year alone. Nobody knows how often the interval of such a
///     row is right
/// @param mean the mean of its emissions in tonnes, which is for sums ([Bundle#total]); empty where
///     the bundle holds nothing to tell it from
/// @param deviation the standard deviation of its emissions about the mean, in tonnes; empty where
///     the bundle holds nothing to tell it from
/// @param method how the prediction was made
public record Prediction(RowKey key, double tonnes, Optional<Interval> interval,
    List<Outside> outside, OptionalDouble mean, OptionalDouble deviation, Method method) {

  /// Copies the list.
  public Prediction {
    outside = List.copyOf(outside);
  }

  /// A prediction by the model of which no mean is known.
  public Prediction(RowKey key, double tonnes, Optional<Interval> interval, List<Outside> outside) {
    this(key, tonnes, interval, outside, OptionalDouble.empty(), OptionalDouble.empty(), Method.MODEL);
  }
}
