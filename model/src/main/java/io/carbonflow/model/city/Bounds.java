// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.city;

import io.carbonflow.model.building.Limits;
import io.carbonflow.model.building.Severity;
import java.util.OptionalDouble;

/// What a city says of the limits of a column: at each end at most one, a number beyond which none of a building
/// is, or one beyond which it is doubtful. Where it says nothing, the limits hold that any city's column has.
///
/// @param likelyFrom a smaller number is doubtful
/// @param likelyTo a greater number is doubtful
/// @param possibleFrom a smaller number is impossible for a building
/// @param possibleTo a greater number is impossible for a building
public record Bounds(
    OptionalDouble likelyFrom, OptionalDouble likelyTo, OptionalDouble possibleFrom, OptionalDouble possibleTo) {
  /// Nothing is said.
  public static final Bounds NONE = new Bounds(
      OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if there are two for one end, or the least is greater than the greatest
  public Bounds {
    if (likelyFrom.isPresent() && possibleFrom.isPresent() || likelyTo.isPresent() && possibleTo.isPresent()) {
      throw new IllegalArgumentException("there are two limits at one end");
    }
    double least = likelyFrom.orElse(possibleFrom.orElse(Double.NEGATIVE_INFINITY));
    double greatest = likelyTo.orElse(possibleTo.orElse(Double.POSITIVE_INFINITY));
    if (!(least <= greatest)) {
      throw new IllegalArgumentException("nothing is from " + least + " to " + greatest);
    }
  }

  /// Beyond these no building is.
  ///
  /// @throws IllegalArgumentException if the least is greater than the greatest
  public static Bounds possible(double least, double greatest) {
    return new Bounds(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(least),
        OptionalDouble.of(greatest));
  }

  /// These limits, and those that hold anywhere at the ends of which nothing is said.
  Limits over(Limits anywhere) {
    return new Limits(
        likelyFrom.orElse(possibleFrom.orElse(anywhere.least())),
        likelyFrom.isPresent() ? Severity.WARNING : possibleFrom.isPresent() ? Severity.ERROR : anywhere.below(),
        likelyTo.orElse(possibleTo.orElse(anywhere.greatest())),
        likelyTo.isPresent() ? Severity.WARNING : possibleTo.isPresent() ? Severity.ERROR : anywhere.above());
  }
}
