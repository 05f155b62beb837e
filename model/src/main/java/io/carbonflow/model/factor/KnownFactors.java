// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.factor;

import io.carbonflow.model.building.Fuel;
import io.carbonflow.model.building.FuelFactors;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The factors of a year, and how well they fit its rows.
///
/// @param factors tonnes by energy of each fuel
/// @param source where they are from
/// @param rows how many rows of the year they were compared with: those of which all fuels and emissions are
///     known
/// @param residual the median of how far emissions of these are off energy times factors, as a part of
///     that; 0 where there are none
/// @param within the part of these that is off by [#NEAR] at most; 0 where there are none
/// @param assumed the fuels that too few rows use to tell: their factors are those of another year, or the
///     reference's
public record KnownFactors(FuelFactors factors, Source source, int rows, double residual, double within,
    List<Fuel> assumed) {
  /// How far emissions may be off energy times factors and still be near.
  public static final double NEAR = 0.01;

  /// Where factors are from.
  public enum Source {
    /// Estimated from rows of the year.
    ESTIMATED,
    /// Taken from [FuelFactors#REFERENCE], for there was nothing else, or as it was asked for.
    REFERENCE,
    /// Known to the city, whose file gives them all.
    CITY,
    /// Given for predictions, by somebody who knows them.
    GIVEN;

    /// The name as files have it: `estimated`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Copies the list and checks the numbers.
  ///
  /// @throws IllegalArgumentException if a number cannot be
  public KnownFactors {
    assumed = List.copyOf(assumed);
    if (rows < 0 || !(residual >= 0 && Double.isFinite(residual)) || !(within >= 0 && within <= 1)) {
      throw new IllegalArgumentException(
          "factors of " + rows + " rows with the residual " + residual + ", " + within + " of them near");
    }
  }

  /// Ones that nothing is known of but what they are.
  static KnownFactors of(FuelFactors factors, Source source) {
    return new KnownFactors(factors, source, 0, 0, 0, List.of());
  }

  /// Whether energy times factors is what the emissions of most rows are: half of them are near.
  public boolean fits() {
    return rows == 0 || residual <= NEAR;
  }

  /// How well they fit, in words: `1,605 rows, median residual 0.004%, 98.9% within 1%`.
  public String fit() {
    return rows == 0 ? "compared with no row" : String.format(Locale.ROOT,
        "%,d rows, median residual %.3f%%, %.1f%% within %.0f%%%s", rows, 100 * residual, 100 * within,
        100 * NEAR, assumed.isEmpty() ? "" : assumed.stream().map(Fuel::title).collect(
            Collectors.joining(" and ", "; too few rows use ", ", whose factor is assumed")));
  }
}
