// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.building;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Whether site energy and weather-normalized site energy of a year stand in each other's column: by which
/// of the two is what the fuels add up to.
///
/// @param year the year
/// @param rows how many rows have fuels and one of the two energies
/// @param site how many of them add up to site energy
/// @param normalized how many of them add up to the weather-normalized one
/// @param siteAlone how many of them add up to site energy and not to the other
/// @param normalizedAlone how many of them add up to the other and not to site energy
record ExchangedEnergy(int year, int rows, int site, int normalized, int siteAlone, int normalizedAlone) {
  /// How far fuels may be off an energy, as a part of it, and still add up to it. Rounding alone is less than
  /// a tenth of that, and the weather makes more than that of nearly every row.
  private static final double TOLERANCE = 0.001;
  /// One row that says the other thing, for so many that say this, is no doubt. The clear years of Seattle have
  /// at least 400.
  private static final int CLEAR = 9;
  /// Fewer rows that say the other thing are slips of their own.
  private static final int FEWEST = 10;

  /// Counts the rows of a year.
  static ExchangedEnergy of(int year, List<Meters> rows) {
    return new ExchangedEnergy(year,
        count(rows, row -> row.fuels() > 0 && (row.site() > 0 || row.normalized() > 0)),
        count(rows, ExchangedEnergy::isSite),
        count(rows, ExchangedEnergy::isNormalized),
        count(rows, row -> isSite(row) && !isNormalized(row)),
        count(rows, row -> isNormalized(row) && !isSite(row)));
  }

  private static int count(List<Meters> rows, Predicate<Meters> wanted) {
    return (int) rows.stream().filter(wanted).count();
  }

  /// Whether the fuels add up to what stands as site energy.
  private static boolean isSite(Meters row) {
    return isOf(row.fuels(), row.site());
  }

  /// Whether they add up to what stands as the weather-normalized one.
  private static boolean isNormalized(Meters row) {
    return isOf(row.fuels(), row.normalized());
  }

  private static boolean isOf(double fuels, double energy) {
    return energy > 0 && Math.abs(fuels - energy) <= TOLERANCE * energy;
  }

  /// Whether they are exchanged: of the rows that tell the two apart nearly all say so, and most rows of the
  /// year do not contradict.
  boolean isExchanged() {
    return normalizedAlone > CLEAR * siteAlone && 2 * normalized > rows;
  }

  /// The row as it is to be read in a year in which they are exchanged. One of which the fuels add up to what
  /// stands as site energy, and not to the other, stays.
  Meters read(Meters row) {
    return isExchanged() && !(isSite(row) && !isNormalized(row))
        ? row.with(/* newSite= */ row.normalized(), /* newNormalized= */ row.site(), row.electricity(), row.gas(),
            row.steam()) : row;
  }

  /// What is reported about it.
  ///
  /// @param all the rows of the year
  Optional<Repair> repair(List<Meters> all) {
    String evidence = String.format(Locale.ROOT, "the fuels add up to %s in %,d of %,d rows, to %s in %,d",
        Column.SITE_ENERGY_WN.title(), normalized, rows, Column.SITE_ENERGY.title(), site);
    if (isExchanged()) {
      int changed = count(all, row -> Double.compare(read(row).site(), row.site()) != 0);
      return Optional.of(new Repair(
          TableFault.EXCHANGED_ENERGY, year, Column.SITE_ENERGY, changed, evidence, true));
    }
    return normalizedAlone >= FEWEST && CLEAR * normalizedAlone > siteAlone
        ? Optional.of(new Repair(TableFault.EXCHANGED_ENERGY, year, Column.SITE_ENERGY, normalizedAlone, evidence
            + String.format(Locale.ROOT, "; %,d rows say the one and %,d the other", normalizedAlone, siteAlone),
            false))
        : Optional.empty();
  }
}
