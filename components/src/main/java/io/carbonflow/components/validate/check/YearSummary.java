// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.validate.check;

import module java.base;

/// A year of a table beside those before it. Buildings are those of the kinds that models are for.
///
/// @param year the year of the data
/// @param before the newest earlier year of the table; 0 for none
/// @param rows how many rows it has
/// @param used how many of them models learn from or are scored on
/// @param buildings how many buildings it has
/// @param added those that no earlier year has, by their ids
/// @param gone those that the year before has and this one has not
/// @param silent those that are there without any energy, and had some in an earlier year
/// @param renamed uses that have another name than in the year before
/// @param changed how many buildings changed otherwise than all together
/// @param changes the largest of these changes, by tonnes
/// @param energy how the energy moved; empty for the first year and for few buildings
/// @param emissions how the emissions moved, of both years by the factors of this one
/// @param withoutEmissions how many rows have energy and no emissions
/// @param tonnesMissing what these rows emit by the factors of the year
/// @param factors the factors that the year's rows agree on; empty for few rows
/// @param decimals how many decimals the emissions have
public record YearSummary(int year, int before, long rows, long used, long buildings, Named added, Named gone,
    Named silent, List<String> renamed, long changed, List<BuildingChange> changes, Optional<Movement> energy,
    Optional<Movement> emissions, long withoutEmissions, double tonnesMissing, Optional<FittedFactors> factors,
    int decimals) {

  /// Some buildings.
  ///
  /// @param count how many they are
  /// @param examples the ids of the first of them
  public record Named(long count, List<String> examples) {
    private static final int MOST = 5;

    /// The first of these.
    static Named of(Collection<String> ids) {
      return new Named(ids.size(), ids.stream().limit(MOST).toList());
    }
  }

  /// Copies the lists.
  public YearSummary {
    renamed = List.copyOf(renamed);
    changes = List.copyOf(changes);
  }
}
